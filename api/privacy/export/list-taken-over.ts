/**
 * What a new manager finds in their export of talks that somebody else held with the people they manage now: what was agreed, how it goes and what was
 * changed in it (security.md, rows 6 and 13), and what they have opened of them. Nothing else of those talks.
 */
import { describeFollowed } from '#api/agreement/following/describe-followed.ts';
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { readRecord } from '#api/talk/signing/read-record.ts';
import { listStandings } from '#api/talk/standing/read-standing.ts';
import { listOwnAccesses } from '../access-log/list-own-accesses.ts';
import type { TalkExport } from './contract.ts';
import { accessOf, agreementOf, entryOf } from './rules/lines.ts';
import { talkPlacesFor } from './rules/places.ts';

export async function* listTakenOver(platform: Platform, actor: Person): AsyncGenerator<TalkExport> {
  const standings = await listStandings(platform, actor, 'manager', 'agreement-status');
  for (const standing of standings.filter(({ relation }) => relation === 'new-manager')) {
    const { talk, relation, policy } = standing;
    const places = talkPlacesFor(relation, policy);
    const agreements = places.includes('agreements') ? await describeFollowed(platform, actor, [standing]) : [];
    if (agreements.length === 0) continue;
    const [employee, record, accesses] = await Promise.all([
      findPerson(platform, talk.tenantId, talk.employeeId),
      places.includes('record') ? readRecord(platform, actor, talk._id) : null,
      places.includes('accesses') ? listOwnAccesses(platform, actor, talk._id, relation) : [],
    ]);
    const entries = record?.ok ? record.value.entries.map(entryOf) : [];
    yield {
      ...{ talkId: talk._id, as: 'new-manager' },
      facts: { cycle: talk.cycleName, employee: employee?.name ?? '', startedAt: talk.startedAt?.toISOString() ?? null },
      agreements: agreements.map(agreementOf),
      ...(entries.length > 0 ? { record: entries } : {}),
      ...(accesses.length > 0 ? { accesses: accesses.map(accessOf) } : {}),
    };
  }
}
