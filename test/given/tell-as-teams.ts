/** What Teams tells the bot of a card in somebody's chat: that it is shown, or that its first button is pressed. Over HTTP and signed, as Teams does. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { isOldEnough } from '#infra/local/m365/connector/card.ts';
import type { GivenBot } from './bot.ts';
import type { ChatMessage } from './teams.ts';

/** `message`: the newest when left out. `replyToId`: its own id when left out. `device`: which one the person holds; each asks by itself. */
export type Telling = { how: 'show' | 'press'; message?: ChatMessage | undefined; replyToId?: string; device?: number };

/** When which device of whom last asked about a message. */
const asked = new WeakMap<ChatMessage, Map<string, string>>();

/** Whether Teams tells of it now: of a press always, of a message that is shown when it has not been told of for more than a minute there. */
export function isTold({ teams, platform }: GivenBot, who: { id: string }, { how, message, device = 0 }: Telling): boolean {
  const about = message ?? teams.messages.at(-1);
  const last = about && asked.get(about)?.get(`${who.id} ${device}`);
  return how === 'press' || isOldEnough(last ?? null, platform.clock.now());
}

/** The activity that says it. Teams is held to telling of it now: see `isTold`. */
export function toldByTeams(bot: GivenBot, who: { id: string }, telling: Telling): BotActivity {
  const { teams, tenantId, clientId, platform } = bot;
  const { how, device = 0, ...which } = telling;
  const message = which.message ?? teams.messages.at(-1);
  const action = how === 'show' ? message?.card.refresh?.action : message?.card.actions.find(({ verb }) => verb !== undefined);
  if (!message || !action) throw new Error('There is no card that tells of itself');
  if (!isTold(bot, who, telling)) throw new Error('Teams asks for a card once a minute at most');
  const now = platform.clock.now().toISOString();
  asked.set(message, new Map([...(asked.get(message) ?? []), [`${who.id} ${device}`, now]]));
  const { verb, data } = action as { verb?: string; data?: object };
  return {
    ...{ type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), timestamp: now, channelId: 'msteams' },
    ...{ serviceUrl: teams.serviceUrl, from: { id: `29:${who.id}`, aadObjectId: who.id }, recipient: { id: `28:${clientId}` } },
    conversation: { id: `a:${who.id}`, tenantId, conversationType: 'personal' },
    channelData: { tenant: { id: tenantId } },
    replyToId: which.replyToId ?? message.id,
    value: { action: { type: 'Action.Execute', verb, data }, trigger: how === 'show' ? 'automatic' : 'manual' },
  };
}

/** Answers what the card has become. */
export async function tellAsTeams(bot: GivenBot, who: { id: string }, telling: Telling): Promise<unknown> {
  const activity = toldByTeams(bot, who, telling);
  const { teams, clientId, platform } = bot;
  const headers = { 'Content-Type': 'application/json', Authorization: await teams.sign(clientId, platform.clock.now()) };
  const answer = await fetch(bot.url, { method: 'POST', headers, body: JSON.stringify(activity) });
  expect(answer.status).toBe(200);
  return answer.json();
}
