/** HTTP address of reminders that a manager asks for. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as contract from './contract.ts';
import { remindToPrepare } from './remind-to-prepare.ts';

export function askingRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.remindToPrepare, ({ actor, body }) => remindToPrepare(platform, actor, body.talkIds));
}
