/** Reads what a bot puts into a chat, and says what is wrong with it. One card to a message; other attachments than cards are refused. */
import { cardIn, problemOfRefresh } from './card.ts';

export type Sent = { kind: 'message'; text: string; card: unknown; summary: string | null } | { kind: 'passing' };

/** `code`: where it is not the usual one of a bad request. */
export type Problem = { problem: string; code?: string };

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

type Activity = {
  type?: unknown;
  text?: unknown;
  summary?: unknown;
  attachments?: { contentType?: unknown; content?: unknown }[] | null;
};

export function readSent(body: unknown): Sent | Problem {
  if (typeof body !== 'object' || body === null) return { problem: 'Activity is missing.' };
  const { type, text, summary, attachments } = body as Activity;
  // "Is writing" is shown for a moment and kept nowhere.
  if (type === 'typing') return { kind: 'passing' };
  if (type !== 'message') return { problem: `Activity type ${String(type)} is not accepted.` };
  const given = attachments ?? [];
  if (!Array.isArray(given)) return { problem: 'Attachments must be a list.' };
  if (given.length > 1) return { problem: 'This service takes one attachment to a message.' };
  const [attachment] = given;
  if (!attachment && (typeof text !== 'string' || text === '')) return { problem: 'Activity must have text or an attachment.' };
  if (attachment && attachment.contentType !== adaptiveCard) return { problem: 'This service takes Adaptive Cards only.' };
  if (attachment && !cardIn(attachment.content).isCard) return { problem: 'The Adaptive Card has no type or no version.' };
  const wrong = attachment ? problemOfRefresh(attachment.content) : null;
  if (wrong !== null) return { problem: wrong, code: 'BadArgument' };
  return {
    kind: 'message',
    text: typeof text === 'string' ? text : '',
    card: attachment?.content ?? null,
    summary: typeof summary === 'string' ? summary : null,
  };
}
