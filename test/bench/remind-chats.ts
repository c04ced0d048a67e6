/** People's chats with the bot in a run of reminders: who has one, what came there, and who looks at it. */
import { z } from 'zod';
import { timerOf } from '#api/platform/clock/clock.ts';
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { answerActivity } from '#bot/people/answer-activity.ts';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { createAdapter, createDeliver } from '#bot/reminder/deliver-card.ts';
import { chatIdAtBot, serviceUrl, userAccount } from '#infra/local/m365/connector/account.ts';
import { isAskedFor, refreshIn } from '#infra/local/m365/connector/card.ts';
import { noteAsked } from '#infra/local/m365/connector/messages.ts';
import { openBotChat } from '#infra/local/m365/connector/teams.ts';
import type { ChatMessage } from '#infra/local/m365/core/entities.ts';
import type { World } from '#infra/local/m365/core/world.ts';
import type { Life } from '#test/given/virtual-samtal.ts';

/** Each has met the bot. */
export async function giveChats({ platform }: Life, world: World, personIds: string[]): Promise<void> {
  for (const personId of personIds) {
    const user = world.users.get(personId);
    if (!user) throw new Error('Nobody has this chat');
    const chatId = chatIdAtBot(openBotChat(world, user).chat);
    const ids = { chatId, botId: `28:${world.app.clientId}`, userId: userAccount(user).id };
    await keepChat(platform, { tenantId: user.tenantId, personId, serviceUrl, ...ids });
  }
}

const nameSchema = z.object({ refresh: z.object({ action: z.object({ data: z.object({ cardId: z.string() }) }) }) });

/** Every card that is in a chat: whose chat it is, and what the card is called. */
export const cardsIn = (world: World): { personId: string; cardId: string }[] =>
  messagesIn(world).flatMap(({ chatId, card }) => {
    const { cardId } = nameSchema.parse(card).refresh.action.data;
    return (world.chats.get(chatId)?.memberIds ?? []).map((personId) => ({ personId, cardId }));
  });

const messagesIn = (world: World): ChatMessage[] => world.chatMessages.all().filter(({ from }) => from === 'bot');

export type Look = (message: ChatMessage) => Promise<void>;

/** A look at the cards that came since the last one: whoever looks at the chat has their Teams bring the card up to date, which tells the bot. */
export function createLooking(world: World, look: Look, isLooking: () => boolean): () => Promise<void> {
  const seen = new Set<string>();
  return async () => {
    for (const message of messagesIn(world)) {
      if (seen.has(message.id)) continue;
      seen.add(message.id);
      if (isLooking()) await lookAt(world, look, message);
    }
  };
}

/** Everybody opens their chat once. */
export async function lookAtAll(world: World, look: Look): Promise<void> {
  for (const message of messagesIn(world)) await lookAt(world, look, message);
}

/** At the message as it is when its turn comes: while others were looked at, it may have been replaced, or have left the chat. */
async function lookAt(world: World, look: Look, { id }: ChatMessage): Promise<void> {
  const message = world.chatMessages.get(id);
  if (message) await look(message);
}

/** What the bot is told when somebody looks at a message; nothing when their Teams does not ask. */
export function createLook({ platform }: Life, world: World): Look {
  const { config, clock } = platform;
  const deliver = createDeliver(createAdapter(config), config, timerOf(clock));
  return async (message) => {
    const { id, chatId, tenantId, card, views } = message;
    const chat = world.chats.get(chatId);
    const refresh = refreshIn(card);
    const user = world.users.get(chat?.memberIds[0] ?? '');
    if (!chat || !refresh || !user) throw new Error('A card does not tell of itself');
    const account = userAccount(user);
    const who = { accountId: account.id, members: chat.memberIds.length, lastAsked: views?.[user.id]?.askedAt ?? null };
    if (!isAskedFor(refresh, who, clock.now())) return;
    noteAsked(world, { messageId: id, userId: user.id });
    const activity = {
      ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: id, serviceUrl },
      ...{ from: { id: account.id, aadObjectId: user.id }, recipient: { id: `28:${world.app.clientId}` } },
      conversation: { id: chatIdAtBot(chat), tenantId, conversationType: 'personal' },
      value: { action: { type: 'Action.Execute', verb: refresh.verb, data: refresh.data }, trigger: 'automatic' },
    } as unknown as BotActivity;
    await answerActivity(platform, deliver, activity);
  };
}
