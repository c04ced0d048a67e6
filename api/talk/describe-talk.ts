/** Talks as a party sees them in lists and on pages: facts, status, what to do next. Never contents. */
import { countOpen } from '#api/agreement/count-open.ts';
import { listNextCheckIns } from '#api/checkin/answer/list-next.ts';
import { findPeople, refOf, type KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared, type Prepared } from '#api/preparation/list-prepared.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { talkLinks } from '#api/reminder/rules/deep-link.ts';
import { frozenTemplate, questionsFor } from '#api/template/find-template.ts';
import { isByHand, plainWords } from './booking/rules.ts';
import type { Move, Side, Talk } from './contract.ts';
import { choicesFor } from './mailbox/rules/attention.ts';
import { choicesOf, finishUntil } from './parting/rules.ts';
import { factsOf, partiesOf, policyFactsOf } from './read-access.ts';
import { erasedOf } from './retention/describe-erased.ts';
import { nextStep, statusOf } from './rules.ts';
import { objecting, openProposals } from './signing/rules.ts';
import type { Attention } from './record/store.ts';
import type { TalkRecord } from './store.ts';

type Reader = { tenantId: string; personId: string };

/** Lists: all talks must belong to this reader; the side is read off each talk. */
export async function describeTalks(platform: Platform, reader: Reader, records: TalkRecord[]): Promise<Talk[]> {
  return describeAll(platform, reader, records, listPrepared(platform, reader.tenantId, records.map(partiesOf)));
}

/** One talk, with what its access knows of the preparations already. It must belong to the reader. */
export async function describeTalk(platform: Platform, reader: Reader, record: TalkRecord, prepared: Prepared): Promise<Talk> {
  const [one] = await describeAll(
    platform,
    reader,
    [record],
    Promise.resolve(() => prepared),
  );
  if (!one) throw new Error('A talk that was just read could not be described');
  return one;
}

async function describeAll(
  platform: Platform,
  { tenantId, personId }: Reader,
  records: TalkRecord[],
  preparing: Promise<(talkId: string) => Prepared>,
): Promise<Talk[]> {
  // What is agreed, and when it is come back to, is written in the talk or after it.
  const begun = records.flatMap(({ _id, startedAt, finishedAt }) => (startedAt || finishedAt ? [_id] : []));
  const [people, preparedOf, open, checkIns] = await Promise.all([
    findPeople(
      platform,
      tenantId,
      records.flatMap(({ employeeId, managerId, partnerId, parting, anewOf, handOvers = [] }) => [
        ...[employeeId, managerId, partnerId, parting?.to, anewOf?.from].filter((id) => id != null),
        ...handOvers.slice(-1).map(({ from }) => from),
      ]),
    ),
    preparing,
    countOpen(platform, tenantId, begun),
    listNextCheckIns(platform, tenantId, begun),
  ]);
  const now = platform.clock.now();
  return records.flatMap((talk) => {
    const { releases: released, answered } = preparedOf(talk._id);
    const me: Side = talk.employeeId === personId ? 'employee' : 'manager';
    const facts = factsOf(talk, released);
    const done = answered[me];
    if (!mayAccess('talk', 'read', me, policyFactsOf(talk, facts))) return [];
    return {
      talkId: talk._id,
      version: talk.version,
      cycleId: talk.cycleId,
      cycleName: talk.cycleName,
      employee: refOf(people.get(talk.employeeId), talk.employeeId),
      manager: refOf(people.get(talk.managerId), talk.managerId),
      me,
      status: statusOf(facts),
      next: nextStep(facts, me, done > 0, now),
      lengthMinutes: talk.lengthMinutes,
      start: iso(talk.start),
      end: iso(talk.end),
      booking: talk.booking ? (talk.booking.bookedAt ? 'booked' : 'under-way') : 'none',
      joinUrl: talk.booking?.joinUrl ?? null,
      ...(talk.room ? { room: talk.room.name } : {}),
      move: moveOf(talk, personId),
      ...handedOverOf(talk, people),
      ...partingOf(talk, me, people),
      ...erasedOf(talk),
      byHand: me === 'manager' && isByHand(talk.booking) ? handWords(platform, talk, people) : null,
      attention: facts.attention && talk.attention ? attentionFor(talk, talk.attention, me, now) : null,
      prepareBy: iso(talk.prepareBy),
      employeeReleasedAt: iso(released.employee),
      managerReleasedAt: iso(released.manager),
      answered: { done, of: questionsFor(frozenTemplate(talk.templateId, talk.templateVersion), me).length },
      startedAt: iso(talk.startedAt),
      finishedAt: iso(talk.finishedAt),
      signatures: talk.signatures.map(({ side, at }) => ({ side, at: at.toISOString() })),
      objecting: objecting(talk.record ?? []),
      proposing: openProposals(talk.record ?? []).map(({ side }) => side),
      openAgreements: open.get(talk._id) ?? 0,
      nextCheckIn: checkIns.get(talk._id) ?? null,
      releaseRule: talk.releaseRule,
    };
  });
}

function handWords({ config }: Platform, talk: TalkRecord, people: Map<string, KnownPerson>): Talk['byHand'] {
  const { _id, employeeId, partnerId, room } = talk;
  const employee = people.get(employeeId);
  const words = plainWords(employee?.language ?? 'en', talkLinks(config, _id), config.eventSubject);
  const attendees = [employee?.mail, people.get(partnerId ?? '')?.mail, room?.address].filter((one) => one != null);
  return { ...words, attendees };
}

function moveOf({ moved, start, startedAt }: TalkRecord, personId: string): Move | null {
  if (!moved || !start || startedAt) return null;
  const { by, at, from, outcome, objection, why = null } = moved;
  return {
    byMe: why === null && by === personId,
    why,
    at: at.toISOString(),
    from: { start: from.start.toISOString(), end: from.end.toISOString() },
    outcome,
    objectedAt: iso(objection?.at ?? null),
    objectedByMe: objection?.by === personId,
  };
}

/** As long as it is news: until the talk begins. */
function handedOverOf({ handOvers, startedAt }: TalkRecord, people: Map<string, KnownPerson>): Pick<Talk, 'handedOver'> {
  const last = handOvers?.at(-1);
  return last && !startedAt ? { handedOver: { from: refOf(people.get(last.from), last.from), at: last.at.toISOString() } } : {};
}

/** Until both have signed it; and not while the directory names the manager of before again. `startedOver`: as long as it is news. */
function partingOf(talk: TalkRecord, me: Side, people: Map<string, KnownPerson>): Pick<Talk, 'parting' | 'startedOver'> {
  const { parting, partedAt, managerId, employeeId, signatures, anew, anewOf, startedAt } = talk;
  const startedOver = anewOf && !startedAt ? { startedOver: { from: refOf(people.get(anewOf.from), anewOf.from) } } : {};
  const isBack = partedAt == null && people.get(employeeId)?.managerId === managerId;
  if (!parting || signatures.length >= 2 || isBack) return startedOver;
  return {
    ...startedOver,
    parting: {
      newManager: refOf(people.get(parting.to), parting.to),
      until: finishUntil(parting).toISOString(),
      choice: parting.choice,
      choices: me === 'employee' ? choicesOf(talk) : [],
      isOver: partedAt != null,
      anewId: anew?.talkId ?? null,
    },
  };
}

const attentionFor = (talk: TalkRecord, { kind, since }: Attention, me: Side, now: Date): Talk['attention'] => ({
  kind,
  since: since.toISOString(),
  choices: choicesFor(kind, me, talk, now),
});

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
