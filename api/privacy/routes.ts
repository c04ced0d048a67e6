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
import { readKeeping } from './keeping/contract.ts';

export function privacyRoutes(serving: Serving, platform: Platform): void {
  serve(serving, readAccessLog, ({ actor, params, query }) => read(platform, actor, params.talkId, query));
  serve(serving, countAccesses, ({ actor, params }) => count(platform, actor, params.cycleId));
  serve(serving, contract.exportJson, ({ actor }) => exportJson(platform, actor));
  serve(serving, readKeeping, async () => done({ notesStayBecause: platform.config.keepNotesBecause }));
  serve(serving, contract.exportPage, ({ actor }) => exportPage(platform, actor));
}
