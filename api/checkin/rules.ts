/** Rules of topics: who stands how to one, which row of the policy table it is for them, what may be done with it, and in which order they come. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Act, Item } from '#api/privacy/contract.ts';
import { mayEver } from '#api/privacy/rules/policy.ts';
import { topicLimit } from './contract.ts';

export type TopicFacts = {
  employeeId: string;
  /** Whom it is, or would be, taken up with. */
  managerId: string;
  authorId: string;
  shared: boolean;
  takenUp: boolean;
};
type Party = 'employee' | 'manager';

/**
 * How somebody stands to a topic; null for whoever it is nobody's business of. A manager stands to it for as long as they manage the employee.
 * @param managerNow who manages the employee now
 */
export function standingTo(topic: TopicFacts, personId: string, managerNow: string | null): Party | null {
  if (topic.employeeId === personId) return 'employee';
  return topic.managerId === personId && managerNow === personId ? 'manager' : null;
}

/**
 * Whether the other of the two can read it. What an employee shared with a manager before reaches nobody until it is shared again.
 * @param managerNow who manages the employee now
 */
export function isWithBoth({ employeeId, managerId, authorId, shared }: TopicFacts, managerNow: string | null): boolean {
  return shared && (authorId !== employeeId || managerId === managerNow);
}

/** The row of the policy table that a topic is for this person: their own is a draft that is theirs alone, also after it was shared. */
export function itemFor(topic: TopicFacts, personId: string): Item | null {
  if (topic.authorId === personId) return 'topic-draft';
  return topic.shared ? 'topic' : null;
}

/**
 * Whether somebody may read it, change it, or say that it was taken up. The rows of topics look at no talk, so that they hold in every state.
 * @param act `write` changes, shares or removes; `close` says that it was taken up
 */
export function mayTopic(topic: TopicFacts, personId: string, managerNow: string | null, act: Act | 'close'): boolean {
  const standing = standingTo(topic, personId, managerNow);
  const item = itemFor(topic, personId);
  if (!standing || !item) return false;
  if (act === 'write') return item === 'topic-draft' && mayEver(item, 'write', standing);
  return mayEver(item, act === 'close' ? 'write' : 'read', standing);
}

/** Whether a topic may say this. @returns null, or topic-too-long with the limit (UTF-16 code units) */
export function mayRaise(text: string): Refused | null {
  return text.length <= topicLimit ? null : refuse('topic-too-long', { limit: topicLimit, detail: `At most ${topicLimit} characters.` });
}

/** Whether its author may still change it. @returns null, or topic-taken-up */
export function mayChange({ takenUp }: Pick<TopicFacts, 'takenUp'>): Refused | null {
  return takenUp ? refuse('topic-taken-up') : null;
}

/**
 * Whether its author may share it with whoever is the other now.
 * @returns null, topic-taken-up, nobody-to-meet (no manager), or topic-shared (with that person already)
 */
export function mayRelease(topic: TopicFacts, managerNow: string | null): Refused | null {
  if (topic.takenUp) return refuse('topic-taken-up');
  if (managerNow === null) return refuse('nobody-to-meet');
  return topic.shared && topic.managerId === managerNow ? refuse('topic-shared') : null;
}

/**
 * Whether the other of the two is still whom the page named.
 * @returns null, nobody-to-meet (no manager), or another-manager: somebody else would read it than the author was told
 */
export function mayShareWith(
  named: string,
  { employeeId, authorId }: Pick<TopicFacts, 'employeeId' | 'authorId'>,
  managerNow: string | null,
): Refused | null {
  const other = authorId === employeeId ? managerNow : employeeId;
  if (other === null) return refuse('nobody-to-meet');
  return named === other ? null : refuse('another-manager');
}

/** Those that wait first; within each, newest first. */
export function inOrder<T extends { _id: string; madeAt: Date; takenUpAt: Date | null }>(topics: readonly T[]): T[] {
  const rank = ({ takenUpAt }: T): number => (takenUpAt ? 1 : 0);
  return [...topics].sort((a, b) => rank(a) - rank(b) || b.madeAt.getTime() - a.madeAt.getTime() || (a._id < b._id ? -1 : 1));
}
