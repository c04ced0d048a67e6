/** Talks as a party sees them in lists and on pages: facts, status, what to do next. Never contents. */
import { countOpen } from '#api/agreement/count-open.ts';
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { countAnswers, listReleases } from '#api/preparation/list-releases.ts';
import { frozenTemplate, questionsFor } from '#api/template/find-template.ts';
import type { Side, Talk } from './contract.ts';
import { factsOf } from './read-access.ts';
import { nextStep, statusOf } from './rules.ts';
import type { TalkRecord } from './store.ts';

/** All talks must belong to this reader; the side is read off each talk. */
export async function describeTalks(
  platform: Platform,
  reader: { tenantId: string; personId: string },
  records: TalkRecord[],
): Promise<Talk[]> {
  const { tenantId, personId } = reader;
  const ids = records.map(({ _id }) => _id);
  const [people, releases, answers, open] = await Promise.all([
    findPeople(
      platform,
      tenantId,
      records.flatMap(({ employeeId, managerId }) => [employeeId, managerId]),
    ),
    listReleases(platform, tenantId, ids),
    countAnswers(platform, tenantId, ids, personId),
    countOpen(platform, tenantId, ids),
  ]);
  const now = platform.clock.now();
  return records.map((talk) => {
    const released = releases.get(talk._id) ?? { employee: null, manager: null };
    const me: Side = talk.employeeId === personId ? 'employee' : 'manager';
    const facts = factsOf(talk, released);
    const done = answers.get(talk._id) ?? 0;
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
      prepareBy: iso(talk.prepareBy),
      employeeReleasedAt: iso(released.employee),
      managerReleasedAt: iso(released.manager),
      answered: { done, of: questionsFor(frozenTemplate(talk.templateId, talk.templateVersion), me).length },
      startedAt: iso(talk.startedAt),
      finishedAt: iso(talk.finishedAt),
      signatures: talk.signatures.map(({ side, at }) => ({ side, at: at.toISOString() })),
      openAgreements: open.get(talk._id) ?? 0,
      releaseRule: talk.releaseRule,
    };
  });
}

/** One talk; it must exist and belong to the reader. */
export async function describeTalk(platform: Platform, reader: { tenantId: string; personId: string }, record: TalkRecord): Promise<Talk> {
  const [one] = await describeTalks(platform, reader, [record]);
  if (!one) throw new Error('A talk that was just read could not be described');
  return one;
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
