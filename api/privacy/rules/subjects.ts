/** What is kept of people, put together as they think of it and in the order in which My data tells it. Adds nothing to the list: a test holds the two together. */
import { kept, type Ending } from './kept.ts';

export const subjectNames = [
  'talks',
  'preparation',
  'private-notes',
  'shared-notes',
  'agreements',
  'goals',
  'topics',
  'choices',
  'reminders',
  'heard',
  'cycles',
  'access-log',
  'access-request',
  'person',
] as const;
export type Subject = (typeof subjectNames)[number];

/** By collection. */
export const subjectOf: Record<string, Subject> = {
  talks: 'talks',
  holdings: 'talks',
  'chosen-meetings': 'talks',
  agendas: 'preparation',
  preparations: 'preparation',
  privateNotes: 'private-notes',
  sharedNotes: 'shared-notes',
  noteHistory: 'shared-notes',
  agreements: 'agreements',
  followUps: 'agreements',
  goals: 'goals',
  topics: 'topics',
  checkIns: 'topics',
  wishes: 'choices',
  reminderchoices: 'choices',
  leavingLinks: 'choices',
  reminders: 'reminders',
  reminderwatches: 'reminders',
  reaches: 'reminders',
  absences: 'reminders',
  chats: 'reminders',
  cards: 'reminders',
  heardCounts: 'heard',
  heardMarks: 'heard',
  heardTold: 'heard',
  cycles: 'cycles',
  replans: 'cycles',
  remindersignings: 'cycles',
  accesses: 'access-log',
  accessChains: 'access-log',
  accessRefusals: 'access-log',
  accessRequests: 'access-request',
  accessBundles: 'access-request',
  mailboxes: 'person',
  people: 'person',
};

/** What ends what is kept of a subject, each once. `bySelf`: Samtal does it everywhere by itself; what nothing ends yet is not passed over. */
export function endingsOf(subject: Subject): { when: Ending['when']; bySelf: boolean }[] {
  const ends = Object.entries(kept).flatMap(([name, one]) => (subjectOf[name] === subject ? one.ends : []));
  return [...new Set(ends.map(({ when }) => when))].map((when) => ({
    when,
    bySelf: ends.every((one) => one.when !== when || one.by !== null),
  }));
}
