/** Reminders and notifications: their kinds, and the activity types that appPackage/manifest.json declares for them. */

export const kinds = [
  'talk-booked',
  'preparation-due',
  'signature-waiting',
  'answer-waiting',
  'talk-moved',
  'talk-replanned',
  'talk-handed-over',
  'time-objected',
  'move-refused',
] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that are about a recurring cycle, for HR: it starts by itself soon; it did not start, and waits for a decision. */
export const cycleKinds = ['cycle-soon', 'cycle-waiting'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/** Whether a notification is about a cycle instead of a talk. */
export const isCycleKind = (kind: Kind | CycleKind): kind is CycleKind => (cycleKinds as readonly string[]).includes(kind);

/** Activity type of each kind, and the names of its template parameters. */
export const activityTypes = {
  'talk-booked': { type: 'talkBooked', parameters: ['manager', 'when'] },
  'preparation-due': { type: 'preparationDue', parameters: ['manager', 'when'] },
  'signature-waiting': { type: 'signatureWaiting', parameters: ['person'] },
  'answer-waiting': { type: 'answerWaiting', parameters: ['person'] },
  'talk-moved': { type: 'talkMoved', parameters: ['person', 'when'] },
  'talk-replanned': { type: 'talkReplanned', parameters: ['person', 'when'] },
  'talk-handed-over': { type: 'talkHandedOver', parameters: ['person'] },
  'time-objected': { type: 'timeObjected', parameters: ['person', 'when'] },
  'move-refused': { type: 'moveRefused', parameters: ['person', 'when'] },
  'cycle-soon': { type: 'cycleSoon', parameters: ['when'] },
  'cycle-waiting': { type: 'cycleWaiting', parameters: ['when'] },
} as const;

/**
 * Where a notification goes. `feed` and `mail` are one channel each; `best` is the first that reaches the person: a card in their chat with
 * the bot, the activity feed, e-mail.
 */
export const channels = ['feed', 'mail', 'best'] as const;
export type Channel = (typeof channels)[number];
