/**
 * Brings an activity to the bot's endpoint, signed as Teams signs, and again when the bot could not take it. Waits for the answer, because at
 * the desk somebody does.
 */
import { setTimeout } from 'node:timers/promises';
import type { SigningKeys } from '../entra/keys.ts';
import type { World } from '../core/world.ts';
import { botIssuer } from './bot-metadata.ts';
import { serviceUrl } from './account.ts';

export type Activity = { type: string } & Record<string, unknown>;
/** `status` null: no answer came. */
export type Delivered = { status: number | null; body: unknown };
export type DeliverActivity = (activity: Activity) => Promise<Delivered>;

/** Pauses before each further try. */
const pausesMs = [200, 500, 1000];
/** Teams gives a bot 15 seconds. */
const patienceMs = 15_000;

/** `stopping` ends what is under way. */
export function createDeliverActivity(world: World, botKeys: SigningKeys, stopping: AbortSignal): DeliverActivity {
  const once = async (activity: Activity): Promise<Delivered> => {
    const at = Math.floor(world.clock.now().getTime() / 1000);
    const claims = { serviceurl: serviceUrl, nbf: at, exp: at + 3600, iss: botIssuer, aud: world.app.clientId };
    const headers = { Authorization: `Bearer ${await botKeys.sign(claims)}`, 'Content-Type': 'application/json; charset=utf-8' };
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]);
    try {
      const answer = await fetch(world.app.botUrl, { method: 'POST', headers, body: JSON.stringify(activity), signal });
      return { status: answer.status, body: await readJson(answer) };
    } catch {
      // Not reached, cut off, or too slow: told by the missing status.
      return { status: null, body: null };
    }
  };
  return async (activity) => {
    let delivered = await once(activity);
    // Somebody waits for the answer to a press of a button, so Teams does not try that again.
    const pauses = activity.type === 'invoke' ? [] : pausesMs;
    for (const pause of pauses) {
      if (stopping.aborted || (delivered.status !== null && delivered.status < 500)) break;
      await setTimeout(pause, undefined, { signal: stopping }).catch(() => undefined);
      delivered = await once(activity);
    }
    return delivered;
  };
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text === '' ? null : text;
  }
}
