/** What the bot does with a message that was proven to come from Teams: welcomes, answers, acts, and remembers where the chat is. */
import type { Platform } from '#api/platform/platform.ts';
import { timerOf } from '#api/platform/clock/clock.ts';
import { dropChat, keepChat, type Chat } from '#api/reminder/chat/keep-chat.ts';
import type { Deliver } from '#bot/reminder/deliver-card.ts';
import { noteCard, removeCopy } from '#bot/reminder/keep-one-card.ts';
import type { Card } from '#bot/talk/card.ts';
import { answerMeeting } from '#bot/talk/answer-meeting.ts';
import { onlyHereCard } from '#bot/talk/meeting-card.ts';
import { answerAction, saying, texts, type ActionAnswer } from './answer-action.ts';
import { answerMessage } from './answer-message.ts';
import { answerNoted } from './answer-noted.ts';
import type { BotActivity } from './check-activity.ts';
import { findSpeaker, type Speaker } from './find-speaker.ts';
import { welcome } from './welcome-person.ts';

/** From then on the person is shown that an answer is being written; Teams asks for a sign within two seconds. */
const typingAfterMs = 1_000;

/** What Teams waits for in the same call: the answer to a press on a card. Null for everything else. */
export async function answerActivity(platform: Platform, deliver: Deliver, activity: BotActivity): Promise<ActionAnswer | null> {
  const isPersonal = activity.conversation.conversationType === 'personal';
  if (activity.type === 'event') {
    await answerMeeting(platform, deliver, activity);
    return null;
  }
  const speaker = await findSpeaker(platform, activity);
  if (!speaker) {
    platform.log.info({ type: activity.type }, 'a message of nobody Samtal knows is left unanswered');
    return null;
  }
  const chat = chatOf(activity, speaker);
  if (activity.type === 'invoke') {
    return activity.name === 'adaptiveCard/action' ? answerPress(platform, deliver, { activity, speaker, chat }) : null;
  }
  if (isPersonal) await answerPerson(platform, deliver, { activity, speaker, chat });
  // In the chat of a meeting others read along; the bot hears there only what names it.
  else if (activity.type === 'message') await deliver.card(chat, onlyHereCard(speaker.language, platform.config.teamsAppId));
  return null;
}

type Told = { activity: BotActivity; speaker: Speaker; chat: Chat };

/** The press comes first: that its card is one too many is put right when it has been answered. */
async function answerPress(platform: Platform, deliver: Deliver, { activity, speaker, chat }: Told): Promise<ActionAnswer> {
  const isPersonal = activity.conversation.conversationType === 'personal';
  const copy = isPersonal ? await noteCard(platform, chat, activity) : null;
  const unsaid = saying(texts[speaker.language].action.notNoted);
  const answer = await answerNoted(platform, speaker, () => answerAction(platform, speaker, activity), unsaid);
  // Nobody waits for it: Teams shows the answer, and removing may take as long as Teams takes.
  if (copy !== null) void removeCopy(platform, deliver, chat, copy);
  return answer;
}

async function answerPerson(platform: Platform, deliver: Deliver, { activity, speaker, chat }: Told): Promise<void> {
  const { tenantId, personId } = speaker.actor;
  if (activity.type === 'installationUpdate' && activity.action?.startsWith('remove')) return dropChat(platform, tenantId, personId);
  if (activity.type === 'message') {
    await keepChat(platform, chat);
    const { title, line } = texts[speaker.language].notNoted;
    const unsaid: Card = { title, lines: [{ text: line }], button: null };
    const answering = answerNoted(platform, speaker, () => answerMessage(platform, speaker, activity.text ?? ''), unsaid);
    const card = await whileTyping(platform, deliver, chat, answering);
    return deliver.card(chat, card);
  }
  if (hasJoined(activity)) await welcome(platform, deliver, chat, speaker);
}

function chatOf(activity: BotActivity, { actor: { tenantId, personId } }: Speaker): Chat {
  const { serviceUrl, conversation, recipient, from } = activity;
  return { tenantId, personId, serviceUrl, chatId: conversation.id, botId: recipient.id, userId: from.id };
}

/** An answer that takes long is announced; that the announcement fails is no reason to give none. */
async function whileTyping(platform: Platform, deliver: Deliver, chat: Chat, answering: Promise<Card>): Promise<Card> {
  const answered = new AbortController();
  const typing = timerOf(platform.clock)
    .wait(typingAfterMs, answered.signal)
    .then(() => (answered.signal.aborted ? undefined : deliver.typing(chat)))
    .catch((error: unknown) =>
      platform.log.info({ reason: error instanceof Error ? error.name : 'unknown' }, 'the typing sign was not shown'),
    );
  try {
    return await answering;
  } finally {
    answered.abort();
    await typing;
  }
}

/** In a person's own chat, whoever is added is the person it talks with. */
function hasJoined({ type, action, membersAdded }: BotActivity): boolean {
  if (type === 'installationUpdate') return action?.startsWith('add') ?? false;
  return type === 'conversationUpdate' && (membersAdded ?? []).length > 0;
}
