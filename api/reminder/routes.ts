/** HTTP addresses of reminders: each person's own choices, and for HR what could not be told. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as choices from './choices/contract.ts';
import { readMyReminders } from './choices/read-choices.ts';
import { saveMyReminders } from './choices/save-choices.ts';
import * as missed from './missed/contract.ts';
import { readMissed, readMissedOfAll } from './missed/read-missed.ts';
import { sendMissed, sendMissedOfAll } from './missed/send-missed.ts';
import * as signing from './signing/contract.ts';
import { saveSigning } from './signing/save-signing.ts';

export function reminderRoutes(serving: Serving, platform: Platform): void {
  serve(serving, choices.readMyReminders, ({ actor }) => readMyReminders(platform, actor));
  serve(serving, choices.saveMyReminders, ({ actor, body, version }) => saveMyReminders(platform, actor, body, version));
  serve(serving, missed.readMissed, ({ actor, params }) => readMissed(platform, actor, params.cycleId));
  serve(serving, signing.saveSigning, ({ actor, params, body, version }) =>
    saveSigning(platform, actor, params.cycleId, body.mayBeOff, version),
  );
  serve(serving, missed.sendMissed, ({ actor, params, body }) => sendMissed(platform, actor, params.cycleId, body.why));
  serve(serving, missed.readMissedOfAll, ({ actor }) => readMissedOfAll(platform, actor));
  serve(serving, missed.sendMissedOfAll, ({ actor, body }) => sendMissedOfAll(platform, actor, body.why));
}
