/** People's chats with the bot in a run of reminders: who has one, what came there, and who looks at it. */
import { timerOf } from '#api/platform/clock/clock.ts';
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { answerActivity } from '#bot/people/answer-activity.ts';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { createAdapter, createDeliver } from '#bot/reminder/deliver-card.ts';
import { chatIdAtBot, serviceUrl, userAccount } from '#infra/local/m365/connector/account.ts';
import { refreshIn } from '#infra/local/m365/connector/card.ts';
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

/** For whom each card is. */
export const cardsIn = (world: World): string[] =>
  world.chatMessages
    .all()
    .filter(({ from }) => from === 'bot')
    .flatMap(({ chatId }) => world.chats.get(chatId)?.memberIds ?? []);

/** A look at the cards that came since the last one: whoever looks at the chat has their Teams bring the card up to date, which tells the bot. */
export function createLooking(life: Life, world: World, isLooking: () => boolean): () => Promise<void> {
  const seen = new Set<string>();
  return async () => {
    for (const message of world.chatMessages.all()) {
      if (message.from !== 'bot' || seen.has(message.id)) continue;
      seen.add(message.id);
      if (isLooking()) await look(life, world, message);
    }
  };
}

/** Everybody opens their chat once. */
export async function lookAtAll(life: Life, world: World): Promise<void> {
  for (const message of world.chatMessages.all()) if (message.from === 'bot') await look(life, world, message);
}

async function look({ platform }: Life, world: World, { id, chatId, tenantId, card }: ChatMessage): Promise<void> {
  const chat = world.chats.get(chatId);
  const refresh = refreshIn(card);
  if (!chat || !refresh) return;
  const [personId = ''] = chat.memberIds;
  const activity = {
    ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: id, serviceUrl },
    ...{ from: { id: refresh.userIds[0], aadObjectId: personId }, recipient: { id: `28:${world.app.clientId}` } },
    conversation: { id: chatIdAtBot(chat), tenantId, conversationType: 'personal' },
    value: { action: { type: 'Action.Execute', verb: refresh.verb, data: refresh.data }, trigger: 'automatic' },
  } as unknown as BotActivity;
  const { config, clock } = platform;
  await answerActivity(platform, createDeliver(createAdapter(config), config, timerOf(clock)), activity);
}
