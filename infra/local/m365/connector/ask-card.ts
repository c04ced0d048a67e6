/** Asks the bot about a card that is in a chat, because it is pressed or looked at, and shows the card that it answers. */
import { isDeepStrictEqual } from 'node:util';
import type { Chat, ChatMessage, User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { userAccount } from './account.ts';
import * as activity from './activities.ts';
import { cardIn, isAskedFor, problemOfRefresh, refreshIn } from './card.ts';
import type { DeliverActivity } from './deliver-activity.ts';
import { editMessage, noteAsked, showAnew } from './messages.ts';

/** `status`: what the bot's endpoint answered; null when it was not told, or did not answer. */
export type Told = { status: number | null };
export type Shown = { user: User; chat: Chat; message: ChatMessage };

export async function press(
  world: World,
  deliver: DeliverActivity,
  { user, chat, message }: Shown,
  action: { verb: string; data: unknown },
): Promise<Told & { says: string | null }> {
  noteAsked(world, message);
  const { status, body } = await deliver(activity.cardAction(world, user, chat, message, action));
  const answer = body as Answer;
  const says = answer?.type === 'application/vnd.microsoft.activity.message' ? String(answer.value) : null;
  // What the bot has taken away meanwhile does not come back.
  const now = world.chatMessages.get(message.id);
  if (hasCard(answer) && now) editMessage(world, chat, now, { text: now.text, card: answer.value });
  await world.tables.flushed();
  return { status, says };
}

export async function refresh(world: World, deliver: DeliverActivity, { user, chat, message }: Shown): Promise<Told> {
  const wanted = refreshIn(message.card);
  const lastAsked = message.askedAt ?? null;
  if (!chat.withBot || !wanted || !isAskedFor(wanted, userAccount(user).id, lastAsked, world.clock.now())) return { status: null };
  noteAsked(world, message);
  const { verb, data } = wanted;
  const { status, body } = await deliver(activity.cardAction(world, user, chat, message, { verb, data, trigger: 'automatic' }));
  const answer = body as Answer;
  const now = world.chatMessages.get(message.id);
  // What is answered otherwise leaves the card as it was. A card that is the same makes no stir, and one that was taken away does not come back.
  if (!hasCard(answer) || !now || isDeepStrictEqual(answer.value, now.card)) return { status };
  showAnew(world, chat, now, answer.value);
  await world.tables.flushed();
  return { status };
}

type Answer = { type?: string; value?: unknown } | null;

/** A card that would be refused as a message is not shown as an answer either. */
const hasCard = (answer: Answer): answer is { value: object } =>
  answer?.type === 'application/vnd.microsoft.card.adaptive' && cardIn(answer.value).isCard && problemOfRefresh(answer.value) === null;
