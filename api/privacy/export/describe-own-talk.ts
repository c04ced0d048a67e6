/**
 * One talk as somebody who is one of its two, or was, finds it in their export. Which members there are says the policy table (rules/places.ts); each
 * is read by the reader that its own page has, and what those leave out is left out here.
 */
import { describeFollowed } from '#api/agreement/following/describe-followed.ts';
import { listForSummary } from '#api/agreement/list-for-summary.ts';
import { listNextCheckIns } from '#api/checkin/answer/list-next.ts';
import { listHeldOf } from '#api/checkin/answer/read-check-ins.ts';
import { describeHeard } from '#api/insight/heard/read-heard.ts';
import { listNoteSteps } from '#api/note/history/list-steps.ts';
import { openOwnNotes } from '#api/note/read-private-notes.ts';
import type { Language } from '#api/people/contract.ts';
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { describePreparations, openOwn, type PartyAccess } from '#api/preparation/read-preparations.ts';
import { openAgenda } from '#api/talk/agenda/read-agenda.ts';
import { handedOverAt } from '#api/talk/hand-over/rules.ts';
import { goalsAtFinish } from '#api/talk/history/read-goals.ts';
import type { Passed } from '#api/talk/passing/rules.ts';
import type { Access } from '#api/talk/read-access.ts';
import { summaryOf } from '#api/talk/read-summary.ts';
import { statusOf } from '#api/talk/rules.ts';
import { readRecord } from '#api/talk/signing/read-record.ts';
import { readStanding } from '#api/talk/standing/read-standing.ts';
import { frozenTemplate } from '#api/template/find-template.ts';
import { listOwnAccesses } from '../access-log/list-own-accesses.ts';
import type { TalkExport } from './contract.ts';
import { answersOf, type Prepared } from './rules/answers.ts';
import { accessOf, agreementOf, entryOf } from './rules/lines.ts';
import { mayExport, talkPlacesFor, type TalkPlace } from './rules/places.ts';

type Reading = { platform: Platform; actor: Person; language: Language; access: Access };
/** Answers nothing for what there is none of. */
type Readers = { [P in TalkPlace]: (reading: Reading) => Promise<TalkExport[P] | undefined> };

export async function describeOwnTalk(reading: Reading): Promise<TalkExport> {
  const { access } = reading;
  const { talk, relation, policy } = access;
  const places = talkPlacesFor(relation, policy);
  const read = await Promise.all(places.map(async (place) => [place, await readers[place](reading)] as const));
  const as = relation === 'employee' || relation === 'manager' ? relation : 'former-manager';
  const members = Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Partial<TalkExport>;
  return { talkId: talk._id, as, ...(as === 'former-manager' ? { facts: await whoseOf(reading) } : {}), ...members };
}

/**
 * What a former manager knew of a talk before it went: with whom, and when they held it or gave it away. What became of it since is not theirs to know.
 */
async function whoseOf({ platform, actor, access: { talk } }: Reading): Promise<NonNullable<TalkExport['facts']>> {
  const people = await findPeople(platform, talk.tenantId, [talk.employeeId]);
  const employee = people.get(talk.employeeId)?.name ?? '';
  if (talk.managerId === actor.personId) return { employee, startedAt: iso(talk.startedAt) };
  const at = handedOverAt(talk, actor.personId);
  return { employee, ...(at ? { handedOverAt: at.toISOString() } : {}) };
}

const readers: Readers = {
  async facts({ platform, access: { talk, facts, relation, policy } }) {
    const passed = mayExport('passing', relation, policy) ? (talk.passed ?? []) : [];
    const [people, checkIns] = await Promise.all([
      findPeople(platform, talk.tenantId, [talk.employeeId, talk.managerId, ...passed.map(({ to }) => to)]),
      listNextCheckIns(platform, talk.tenantId, [talk._id]),
    ]);
    const nameOf = (id: string): string => people.get(id)?.name ?? '';
    const passedLine = ({ what, to, at, backAt }: Passed) => ({
      ...{ kind: what, reader: nameOf(to), at: at.toISOString(), takenBackAt: iso(backAt) },
    });
    return {
      ...{ cycle: talk.cycleName, employee: nameOf(talk.employeeId), manager: nameOf(talk.managerId), status: statusOf(facts) },
      ...{ lengthMinutes: talk.lengthMinutes, start: iso(talk.start), end: iso(talk.end), room: talk.room?.name ?? null },
      ...{ prepareBy: iso(talk.prepareBy), startedAt: iso(talk.startedAt), finishedAt: iso(talk.finishedAt) },
      withdrawnAt: iso(talk.withdrawnAt ?? null),
      choice: talk.parting?.choice ?? null,
      ...(passed.length > 0 ? { passedOn: passed.map(passedLine) } : {}),
      signatures: talk.signatures.map(({ side, at }) => ({ side, at: at.toISOString() })),
      nextCheckIn: checkIns.get(talk._id) ?? null,
      ...(talk.notesErased ? { notesErasedAt: talk.notesErased.at.toISOString() } : {}),
    };
  },
  async agenda({ platform, language, access: { talk } }) {
    const agenda = await openAgenda(platform, { tenantId: talk.tenantId, talkId: talk._id }, talk.managerId);
    if (agenda.version === 0) return undefined;
    const { parts } = frozenTemplate(talk.templateId, talk.templateVersion);
    const titleOf = (id: string): string => parts.find((part) => part.id === id)?.title[language] ?? id;
    return {
      minutes: Object.entries(agenda.minutes).map(([id, minutes]) => ({ part: titleOf(id), minutes })),
      points: agenda.points.map(({ text, minutes }) => ({ text, minutes })),
    };
  },
  employeePreparation: (reading) => preparationOf(reading, 'employee'),
  managerPreparation: (reading) => preparationOf(reading, 'manager'),
  async sharedNotes({ platform, actor, access: { talk } }) {
    const [{ summary }, steps] = await Promise.all([summaryOf(platform, talk), listNoteSteps(platform, actor, talk._id)]);
    if (summary.notes === '') return undefined;
    const written = steps.ok ? steps.value.steps : [];
    return {
      text: summary.notes,
      formatted: summary.formatted,
      steps: written.map(({ from, to, by }) => ({ from, to, by: by.map(({ name }) => name) })),
    };
  },
  async agreements({ platform, actor, access: { talk } }) {
    const standing = await readStanding(platform, actor, talk._id, 'agreement-status');
    const agreed = standing
      ? (await describeFollowed(platform, actor, [standing])).map(agreementOf)
      : (await listForSummary(platform, talk)).map(agreementOf);
    return agreed.length > 0 ? agreed : undefined;
  },
  async goals({ platform, actor, access }) {
    const party = partyOf(access);
    const found = party ? await goalsAtFinish(platform, actor, access.talk.employeeId, [party]) : new Map<string, never>();
    return found.get(access.talk._id)?.map(({ what, why, due, state }) => ({ what, why, due, state }));
  },
  async record({ platform, actor, access: { talk } }) {
    const read = await readRecord(platform, actor, talk._id);
    return read.ok && read.value.entries.length > 0 ? read.value.entries.map(entryOf) : undefined;
  },
  async checkIns({ platform, access }) {
    const party = partyOf(access);
    const held = party ? await listHeldOf(platform, party) : [];
    if (held.length === 0) return undefined;
    return held.map(({ day, answers }) => ({
      day,
      answers: answers.map(({ name, at, how, need, weeks, text }) => ({ by: name, at, how, need, weeks, text })),
    }));
  },
  async privateNotes({ platform, actor, access: { talk } }) {
    const { text, savedAt } = await openOwnNotes(platform, actor, talk._id);
    return text === '' ? undefined : { text, savedAt };
  },
  async heard({ platform, actor, access }) {
    const { open, answered, told } = await describeHeard(platform, actor, access);
    return open ? { answered, notHeardTold: told } : undefined;
  },
  async accesses({ platform, actor, access: { talk, relation } }) {
    const entries = await listOwnAccesses(platform, actor, talk._id, relation);
    return entries.length > 0 ? entries.map(accessOf) : undefined;
  },
};

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const partyOf = (access: Access): PartyAccess | null => (access.side ? { ...access, side: access.side } : null);

/** The reader's own, or what the other has shared; nothing where nothing may be read. */
async function preparationOf({ platform, language, access }: Reading, whose: 'employee' | 'manager'): Promise<Prepared | undefined> {
  const party = partyOf(access);
  if (!party) return undefined;
  const { mine, theirs } = await describePreparations(platform, party);
  const isOwn = party.side === whose;
  const given = isOwn ? mine : theirs;
  // What was never shared is shown on no page once the talk has begun; until it is erased it is its author's all the same.
  const isDraft = isOwn && mine.answers.length === 0 && mayExport('preparation-draft', access.relation, access.policy);
  const own = isDraft ? await openOwn(platform, party) : null;
  const questions = frozenTemplate(access.talk.templateId, access.talk.templateVersion).parts.flatMap((part) => part.questions);
  const answers = answersOf(questions, own ?? given.answers ?? [], language);
  return answers.length > 0 ? { releasedAt: given.releasedAt, answers } : undefined;
}
