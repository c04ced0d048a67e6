/** HTTP addresses of recurring cycles; all for HR. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { chooseRecurrence } from './choose-recurrence.ts';
import * as contract from './contract.ts';
import { readPreview } from './read-preview.ts';
import { keepRepeating, skipCycle, startCycle, stopRepeating } from './stop-repeating.ts';

export function recurrenceRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.chooseRecurrence, ({ actor, params, body, version }) =>
    chooseRecurrence(platform, actor, params.cycleId, body.every, version),
  );
  serve(serving, contract.readPreview, ({ actor, params }) => readPreview(platform, actor, params.cycleId));
  serve(serving, contract.skipCycle, ({ actor, params, version }) => skipCycle(platform, actor, params.cycleId, version));
  serve(serving, contract.stopRepeating, ({ actor, params, version }) => stopRepeating(platform, actor, params.cycleId, version));
  serve(serving, contract.keepRepeating, ({ actor, params, version }) => keepRepeating(platform, actor, params.cycleId, version));
  serve(serving, contract.startCycle, ({ actor, params, version }) => startCycle(platform, actor, params.cycleId, version));
}
