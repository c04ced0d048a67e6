/** Greets a person who has got Samtal, once, and says what to do first: what their own talk asks of them, when there is one. */
import type { Platform } from '#api/platform/platform.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { dropChat, keepChat, type Chat } from '#api/reminder/chat/keep-chat.ts';
import type { Deliver } from '#bot/reminder/deliver-card.ts';
import { findTalkThatMatters, readerOf } from '#bot/talk/show-talk.ts';
import { talkCard } from '#bot/talk/talk-card.ts';
import type { Speaker } from './find-speaker.ts';
import { welcomeCard } from './welcome-card.ts';

/** Teams says twice that a person has got the app; the bot greets once, whichever comes first. */
export async function welcome(platform: Platform, deliver: Deliver, chat: Chat, speaker: Speaker): Promise<void> {
  if (!(await keepChat(platform, chat))) return;
  try {
    const talk = await findTalkThatMatters(platform, speaker);
    const first = talk && talk.status !== 'signed' ? talkCard(talk, readerOf(platform, speaker)) : null;
    await deliver.card(chat, welcomeCard(speaker.language, deepLink(platform.config.teamsAppId, 'my-talk'), first));
  } catch (error) {
    // Teams sends the news again when it was answered with an error; then the greeting is still owed.
    await dropChat(platform, chat.tenantId, chat.personId);
    throw error;
  }
}
