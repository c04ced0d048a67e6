/** What the bot does with a message that was proven to come from Teams: welcomes, answers, and remembers where the chat is. */
import type { Platform } from '#api/platform/platform.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { dropChat, keepChat, type Chat } from '#api/reminder/chat/keep-chat.ts';
import type { DeliverCard } from '#bot/reminder/deliver-card.ts';
import type { Card } from '#bot/talk/card.ts';
import { showTalk } from '#bot/talk/show-talk.ts';
import type { BotActivity } from './check-activity.ts';
import { findSpeaker, type Speaker } from './find-speaker.ts';
import { helpCard, welcomeCard } from './welcome-card.ts';

/** Each command in both languages: people write in the one they think in. */
const talkWords = ['my talk', 'talk', 'mitt samtal', 'samtal'];

export async function answerActivity(platform: Platform, deliver: DeliverCard, activity: BotActivity): Promise<void> {
  const speaker = await findSpeaker(platform, activity);
  if (!speaker) return void platform.log.info({ type: activity.type }, 'a message of nobody Samtal knows is left unanswered');
  const { tenantId, personId } = speaker.actor;
  if (activity.type === 'installationUpdate' && activity.action?.startsWith('remove')) return dropChat(platform, tenantId, personId);
  const chat: Chat = {
    tenantId,
    personId,
    serviceUrl: activity.serviceUrl,
    chatId: activity.conversation.id,
    botId: activity.recipient.id,
  };
  if (activity.type === 'message') {
    await keepChat(platform, chat);
    return deliver(chat, await answerTo(platform, speaker, activity.text ?? ''));
  }
  if (hasJoined(activity)) await welcome(platform, deliver, chat, speaker);
}

async function answerTo(platform: Platform, speaker: Speaker, text: string): Promise<Card> {
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
  if (talkWords.includes(said)) return showTalk(platform, speaker);
  return helpCard(speaker.language, deepLink(platform.config.teamsAppId, 'my-talk'));
}

/** Teams says twice that a person has got the app; the bot greets once, whichever comes first. */
async function welcome(platform: Platform, deliver: DeliverCard, chat: Chat, speaker: Speaker): Promise<void> {
  if (!(await keepChat(platform, chat))) return;
  try {
    await deliver(chat, welcomeCard(speaker.language, deepLink(platform.config.teamsAppId, 'my-talk')));
  } catch (error) {
    // Teams sends the news again when it was answered with an error; then the greeting is still owed.
    await dropChat(platform, chat.tenantId, chat.personId);
    throw error;
  }
}

/** The bot is in personal chats only (appPackage/manifest.json), so whoever is added to a chat with it is the person it talks with. */
function hasJoined({ type, action, membersAdded }: BotActivity): boolean {
  if (type === 'installationUpdate') return action?.startsWith('add') ?? false;
  return type === 'conversationUpdate' && (membersAdded ?? []).length > 0;
}
