/** On which ways a notification is tried, in order, until one reaches the person; and which may share a message with others. Pure. */
import type { Choices } from '../choices/contract.ts';
import { isClockKind, ways, type CycleKind, type Kind, type Way } from '../contract.ts';

/** The feed, a card, a mail; a preparation is best reminded of by a card, which stays in the chat. The person's own first comes first. */
export function waysOf(kind: Kind | CycleKind, { first }: Pick<Choices, 'first'>): Way[] {
  const usual: Way[] = kind === 'preparation-due' ? ['card', 'feed', 'mail'] : [...ways];
  return first === 'usual' ? usual : [first, ...usual.filter((way) => way !== first)];
}

/** Whether many of a person's may be told as one: what the clock made, and can wait to be read. */
export const mayShare = (kind: Kind | CycleKind): boolean => isClockKind(kind) && kind !== 'talk-now';

/** Whether it waits while its person is away: what the clock made, and may come a day later. News of what somebody did does not. */
export const waitsForReturn = (kind: Kind | CycleKind): boolean => mayShare(kind);

/** Whether everybody gets the same words, so that many people can be told in one call. */
export const isAlike = (kind: Kind | CycleKind): boolean => kind === 'preparation-soon';

/** Most messages of the clock that a person gets on one day; the rest waits for the next. */
export const mostPerDay = 6;

/** What a group of reminders told as one is: the same for many people, or several of one person's; null for what goes alone. */
export function groupKind(group: string | null): 'alike' | 'several' | null {
  if (group === null) return null;
  return group.startsWith('alike/') ? 'alike' : 'several';
}
