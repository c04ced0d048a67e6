/** HTTP addresses of what people ask about what is kept of them; each reaches only the caller's own. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { readAccessLog } from './access-log/contract.ts';
import { countAccesses } from './access-count/contract.ts';
import { countAccesses as count } from './access-count/count-accesses.ts';
import { readAccessLog as read } from './access-log/read-access-log.ts';
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
}
