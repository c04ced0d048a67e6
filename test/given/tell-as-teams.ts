/** What Teams tells the bot of a card in somebody's chat: that it is shown, or that its first button is pressed. Over HTTP and signed, as Teams does. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { BotActivity } from '#bot/people/check-activity.ts';
import type { GivenBot } from './bot.ts';
import type { ChatMessage } from './teams.ts';

/** `message`: the newest when left out. `replyToId`: its own id when left out. */
export type Telling = { how: 'show' | 'press'; message?: ChatMessage | undefined; replyToId?: string };

/** The activity that says it. */
export function toldByTeams({ teams, tenantId, clientId, now }: GivenBot, who: { id: string }, { how, ...which }: Telling): BotActivity {
  const message = which.message ?? teams.messages.at(-1);
  const action = how === 'show' ? message?.card.refresh?.action : message?.card.actions.find(({ verb }) => verb !== undefined);
  if (!message || !action) throw new Error('There is no card that tells of itself');
  const { verb, data } = action as { verb?: string; data?: object };
  return {
    ...{ type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), timestamp: now.toISOString(), channelId: 'msteams' },
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
  const { teams, clientId, now } = bot;
  const headers = { 'Content-Type': 'application/json', Authorization: await teams.sign(clientId, now) };
  const answer = await fetch(bot.url, { method: 'POST', headers, body: JSON.stringify(activity) });
  expect(answer.status).toBe(200);
  return answer.json();
}
