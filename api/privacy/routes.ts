/** HTTP addresses of what people ask about what is kept of them; each reaches only the caller's own. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as bundle from './access-bundle/contract.ts';
import { openJson, openPage } from './access-bundle/open-bundle.ts';
import { readAccessLog } from './access-log/contract.ts';
import { countAccesses } from './access-count/contract.ts';
import { countAccesses as count } from './access-count/count-accesses.ts';
import { readAccessLog as read } from './access-log/read-access-log.ts';
import { answerRequest } from './access-request/answer-request.ts';
import * as request from './access-request/contract.ts';
import { createRequest } from './access-request/create-request.ts';
import { findEmployee } from './access-request/find-employee.ts';
import { listRequests } from './access-request/list-requests.ts';
import { listTold } from './access-request/list-told.ts';
import * as contract from './export/contract.ts';
import { done } from '#api/platform/refusal/contract.ts';
import { exportJson, exportPage } from './export/export-data.ts';
import { createLink } from './leaving/create-link.ts';
import * as leaving from './leaving/contract.ts';
import { takeLinkBack } from './leaving/drop-link.ts';
import { exportLeftJson, exportLeftPage, readLeft } from './leaving/export-left.ts';
import { readLink } from './leaving/read-link.ts';
import { readKeeping } from './keeping/contract.ts';

export function privacyRoutes(serving: Serving, platform: Platform): void {
  serve(serving, readAccessLog, ({ actor, params, query }) => read(platform, actor, params.talkId, query));
  serve(serving, countAccesses, ({ actor, params }) => count(platform, actor, params.cycleId));
  serve(serving, contract.exportJson, ({ actor }) => exportJson(platform, actor));
  serve(serving, readKeeping, async () => done({ notesStayBecause: platform.config.keepNotesBecause }));
  serve(serving, contract.exportPage, ({ actor }) => exportPage(platform, actor));
  serve(serving, leaving.readLeavingLink, ({ actor }) => readLink(platform, actor));
  serve(serving, leaving.createLeavingLink, ({ actor, version }) => createLink(platform, actor, version));
  serve(serving, leaving.dropLeavingLink, ({ actor, version }) => takeLinkBack(platform, actor, version));
  serve(serving, leaving.readLeft, ({ actor }) => readLeft(platform, actor));
  serve(serving, leaving.exportLeftJson, ({ actor }) => exportLeftJson(platform, actor));
  serve(serving, leaving.exportLeftPage, ({ actor }) => exportLeftPage(platform, actor));
  accessRequestRoutes(serving, platform);
}

function accessRequestRoutes(serving: Serving, platform: Platform): void {
  serve(serving, request.listAccessRequests, ({ actor }) => listRequests(platform, actor));
  serve(serving, request.findEmployee, ({ actor, query }) => findEmployee(platform, actor, query.name));
  serve(serving, request.createAccessRequest, ({ actor, body }) => createRequest(platform, actor, body));
  serve(serving, request.answerAccessRequest, ({ actor, params, body, version }) =>
    answerRequest(platform, actor, params.requestId, body.answer, version),
  );
  serve(serving, request.listToldRequests, async ({ actor }) => done({ requests: await listTold(platform, actor) }));
  serve(serving, bundle.openBundleJson, ({ actor, params }) => openJson(platform, actor, params.requestId));
  serve(serving, bundle.openBundlePage, ({ actor, params }) => openPage(platform, actor, params.requestId));
}
