/** Reminders and notifications: their kinds, and the activity types that appPackage/manifest.json declares for them. */

/** Kinds that are about an access request (api/privacy/access-request): it was asked for; it was opened, for the employee; and for whoever holds or held a talk in it. */
export const accessKinds = ['access-asked', 'access-opened', 'talk-opened'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** News: somebody has just done something. It goes out at once, unless the person holds it back until their hours. */
export const newsKinds = [
  'talk-booked',
  'signature-waiting',
  'answer-waiting',
  'check-in-answered',
  'talk-moved',
  'talk-replanned',
  'talk-handed-over',
  'talk-closed',
  'talk-taken-over',
  'choice-waiting',
  'time-objected',
  'move-refused',
  'goal-proposed',
  ...accessKinds,
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Reminders that the clock makes of a talk (rules/slots.ts). They go out in the person's hours only. */
export const clockKinds = [
  'preparation-soon',
  'preparation-due',
  'other-released',
  'talk-tomorrow',
  'talk-now',
  'signature-due',
  'agreement-due',
  'check-in-due',
  'needs-attention',
] as const;
export type ClockKind = (typeof clockKinds)[number];

export const kinds = [...newsKinds, ...clockKinds] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that are about a recurring cycle, for HR: it starts by itself soon; it did not start, and waits for a decision. */
export const cycleKinds = ['cycle-soon', 'cycle-waiting'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/** Whether a notification is about a cycle instead of a talk. */
export const isCycleKind = (kind: Kind | CycleKind): kind is CycleKind => (cycleKinds as readonly string[]).includes(kind);

/** Whether a notification is about an access request, and so about no single talk. */
export const isAccessKind = (kind: Kind | CycleKind): kind is AccessKind => (accessKinds as readonly string[]).includes(kind);

/** Whether the clock has made it, and not something that somebody did. */
export const isClockKind = (kind: Kind | CycleKind): kind is ClockKind => (clockKinds as readonly string[]).includes(kind);

/** Activity type of each kind, and the names of its template parameters; `several` stands for many reminders told as one. */
export const activityTypes = {
  'talk-booked': { type: 'talkBooked', parameters: ['manager', 'when'] },
  'preparation-soon': { type: 'preparationSoon', parameters: [] },
  'preparation-due': { type: 'preparationDue', parameters: ['manager', 'when'] },
  'other-released': { type: 'otherReleased', parameters: ['person', 'when'] },
  'talk-tomorrow': { type: 'talkTomorrow', parameters: ['person', 'when'] },
  'talk-now': { type: 'talkNow', parameters: ['person'] },
  'signature-waiting': { type: 'signatureWaiting', parameters: ['person'] },
  'answer-waiting': { type: 'answerWaiting', parameters: ['person'] },
  'signature-due': { type: 'signatureDue', parameters: ['person'] },
  'agreement-due': { type: 'agreementDue', parameters: ['person'] },
  'check-in-due': { type: 'checkInDue', parameters: ['person', 'when'] },
  'check-in-answered': { type: 'checkInAnswered', parameters: ['person'] },
  'needs-attention': { type: 'needsAttention', parameters: ['person'] },
  'talk-moved': { type: 'talkMoved', parameters: ['person', 'when'] },
  'talk-replanned': { type: 'talkReplanned', parameters: ['person', 'when'] },
  'talk-handed-over': { type: 'talkHandedOver', parameters: ['person'] },
  'talk-closed': { type: 'talkClosed', parameters: ['person'] },
  'talk-taken-over': { type: 'talkTakenOver', parameters: ['person'] },
  'choice-waiting': { type: 'choiceWaiting', parameters: ['person'] },
  'time-objected': { type: 'timeObjected', parameters: ['person', 'when'] },
  'move-refused': { type: 'moveRefused', parameters: ['person', 'when'] },
  'goal-proposed': { type: 'goalProposed', parameters: ['person'] },
  'access-asked': { type: 'accessAsked', parameters: [] },
  'access-opened': { type: 'accessOpened', parameters: [] },
  'talk-opened': { type: 'talkOpened', parameters: [] },
  'cycle-soon': { type: 'cycleSoon', parameters: ['when'] },
  'cycle-waiting': { type: 'cycleWaiting', parameters: ['when'] },
  several: { type: 'severalWaiting', parameters: ['count'] },
} as const;

/**
 * Where a notification goes. `feed` and `mail` are one channel each; `best` is the first that reaches the person, in the order of
 * rules/ways.ts: the activity feed, a card in their chat with the bot, e-mail.
 */
export const channels = ['feed', 'mail', 'best'] as const;
export type Channel = (typeof channels)[number];

/** The ways that there are to reach a person. */
export const ways = ['feed', 'card', 'mail'] as const;
export type Way = (typeof ways)[number];
