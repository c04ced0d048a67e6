/** Which reminders are due: facts of a talk and now give reminders with keys that can exist once. Pure. */
import type { Channel, Kind } from '../contract.ts';

export type DueReminder = { key: string; kind: Kind; recipientId: string; channels: Channel[] };

/** A preparation is asked for when it is due within two days. Source: issue "The first talk", section 7. */
export const remindDaysBefore = 2;

type PreparationFacts = {
  talkId: string;
  employeeId: string;
  prepareBy: Date | null;
  employeeReleasedAt: Date | null;
  startedAt: Date | null;
};

/** The reminder of an employee whose preparation is due within two days and not released; null when none is called for. */
export function preparationReminder(facts: PreparationFacts, now: Date): DueReminder | null {
  if (!facts.prepareBy || facts.employeeReleasedAt || facts.startedAt) return null;
  const from = facts.prepareBy.getTime() - remindDaysBefore * 86_400_000;
  if (now.getTime() < from || now >= facts.prepareBy) return null;
  // The prepare-by day is part of the key: a talk that is moved may remind once more for its new time.
  const key = `${facts.talkId}:preparation-due:${facts.prepareBy.toISOString()}:${facts.employeeId}`;
  return { key, kind: 'preparation-due', recipientId: facts.employeeId, channels: ['best'] };
}

/** A signature is asked for when the talk is finished, three days later, and then weekly, eight times in all. Source: issue "The talk itself", After. */
const signatureDays = [3, 10, 17, 24, 31, 38, 45];
/** After so many days nobody is reminded of a signature any more. */
export const signatureDaysAtMost = 52;

type SignatureFacts = { talkId: string; finishedAt: Date | null; parties: string[]; answeredBy: string[] };

/** The newest reminder that is due to each of the two who has neither signed nor objected; the days since the end are part of its key. */
export function signatureReminders({ talkId, finishedAt, parties, answeredBy }: SignatureFacts, now: Date): DueReminder[] {
  if (!finishedAt) return [];
  const days = (now.getTime() - finishedAt.getTime()) / 86_400_000;
  const due = signatureDays.findLast((day) => days >= day);
  if (due === undefined || days >= signatureDaysAtMost) return [];
  return parties
    .filter((personId) => !answeredBy.includes(personId))
    .map((recipientId) => ({
      key: `${talkId}:signature-waiting:${recipientId}:day-${due}`,
      kind: 'signature-waiting',
      recipientId,
      channels: ['best'],
    }));
}

/** Channels of a notification that a talk's state change called for: a booked talk is told in the feed and by mail, a signature in one. */
export function channelsOf(kind: Kind): Channel[] {
  return kind === 'talk-booked' ? ['feed', 'mail'] : ['best'];
}

type TalkNow = {
  start: Date | null;
  startedAt: Date | null;
  employeeReleasedAt: Date | null;
  /** Who has signed, or objected instead. */
  answeredBy: string[];
  /** Whether the other has written something that waits for the recipient's answer: an objection, a proposed change. */
  othersWord: boolean;
  /** The recipient has handed the talk over: nothing of it is theirs any more, but that it was. */
  hasLeft?: boolean;
  moved: { by: string; outcome: string; objection: { by: string } | null; why?: string | null } | null;
};

/** Whether a notification still says something true when it is about to go out. */
export function stillDue(kind: Kind, recipientId: string, talk: TalkNow): boolean {
  if (kind === 'talk-handed-over') return !talk.startedAt;
  if (talk.hasLeft) return false;
  if (kind === 'preparation-due') return talk.start !== null && !talk.startedAt && !talk.employeeReleasedAt;
  if (kind === 'signature-waiting') return !talk.answeredBy.includes(recipientId);
  if (kind === 'answer-waiting') return talk.othersWord;
  const ahead = talk.start !== null && !talk.startedAt;
  const { moved } = talk;
  if (kind === 'talk-booked' || !ahead) return ahead;
  if (kind === 'talk-moved') return moved !== null && moved.by !== recipientId && moved.objection === null;
  if (kind === 'talk-replanned') return moved !== null && moved.why != null && moved.outcome === 'done';
  if (kind === 'time-objected') return moved !== null && moved.objection !== null && moved.objection.by !== recipientId;
  return moved?.by === recipientId && moved.outcome === 'taken';
}
