/** People's chats with the bot in a run of reminders: who has one, what came there, and who looks at it. */
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { answerAction } from '#bot/people/answer-action.ts';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { findSpeaker } from '#bot/people/find-speaker.ts';
import { chatIdAtBot, serviceUrl, userAccount } from '#infra/local/m365/connector/account.ts';
import { refreshIn } from '#infra/local/m365/connector/card.ts';
import { openBotChat } from '#infra/local/m365/connector/teams.ts';
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
export function createLooking({ platform }: Life, world: World, isLooking: () => boolean): () => Promise<void> {
  const seen = new Set<string>();
  return async () => {
    for (const { id, from, chatId, tenantId, card } of world.chatMessages.all()) {
      if (from !== 'bot' || seen.has(id)) continue;
      seen.add(id);
      const [personId = ''] = world.chats.get(chatId)?.memberIds ?? [];
      const refresh = refreshIn(card);
      if (!refresh || !isLooking()) continue;
      const activity = {
        ...{ type: 'invoke', name: 'adaptiveCard/action', from: { id: refresh.userIds[0], aadObjectId: personId } },
        conversation: { id: chatId, tenantId, conversationType: 'personal' },
        value: { action: { type: 'Action.Execute', verb: refresh.verb, data: refresh.data }, trigger: 'automatic' },
      } as unknown as BotActivity;
      const speaker = await findSpeaker(platform, activity);
      if (speaker) await answerAction(platform, speaker, activity);
    }
  };
}
