/**
 * Asks the bot about a card that is in a chat, because somebody presses it or looks at it, and shows them, and nobody else, the card that it answers. That
 * card is new from then on, also when the bot has replaced the message meanwhile: no look asks for it again before it is older than a minute.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Chat, ChatMessage, User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { userAccount } from './account.ts';
import * as activity from './activities.ts';
import { cardIn, isAskedFor, problemOfRefresh, refreshIn } from './card.ts';
import type { DeliverActivity } from './deliver-activity.ts';
import { cardFor, noteAsked, showAnew } from './messages.ts';

/** `status`: what the bot's endpoint answered; null when it was not told, or did not answer. */
export type Told = { status: number | null };
export type Shown = { user: User; chat: Chat; message: ChatMessage };

export async function press(
  world: World,
  deliver: DeliverActivity,
  { user, chat, message }: Shown,
  action: { verb: string; data: unknown },
): Promise<Told & { says: string | null }> {
  const look = { messageId: message.id, userId: user.id };
  noteAsked(world, look);
  const { status, body } = await deliver(activity.cardAction(world, user, chat, message, action));
  const answer = body as Answer;
  const says = answer?.type === 'application/vnd.microsoft.activity.message' ? String(answer.value) : null;
  if (hasCard(answer)) showAnew(world, look, { card: answer.value, editedAt: world.clock.now().toISOString() });
  await world.tables.flushed();
  return { status, says };
}

export async function refresh(world: World, deliver: DeliverActivity, { user, chat, message }: Shown): Promise<Told> {
  const wanted = refreshIn(cardFor(message, user.id).card);
  const lastAsked = message.views?.[user.id]?.askedAt ?? null;
  const who = { accountId: userAccount(user).id, members: chat.memberIds.length, lastAsked };
  if (!wanted || !isAskedFor(wanted, who, world.clock.now())) return { status: null };
  const look = { messageId: message.id, userId: user.id };
  noteAsked(world, look);
  const { verb, data } = wanted;
  const { status, body } = await deliver(activity.cardAction(world, user, chat, message, { verb, data, trigger: 'automatic' }));
  const answer = body as Answer;
  // What is answered otherwise leaves the card as it was.
  if (!hasCard(answer)) return { status };
  const now = world.chatMessages.get(message.id);
  // A card that is the same makes no stir.
  if (now && isDeepStrictEqual(answer.value, cardFor(now, user.id).card)) noteAsked(world, look);
  else showAnew(world, look, { card: answer.value });
  await world.tables.flushed();
  return { status };
}

type Answer = { type?: string; value?: unknown } | null;

/** A card that would be refused as a message is not shown as an answer either. */
const hasCard = (answer: Answer): answer is { value: object } =>
  answer?.type === 'application/vnd.microsoft.card.adaptive' && cardIn(answer.value).isCard && problemOfRefresh(answer.value) === null;
