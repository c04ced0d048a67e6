/** The summary of a talk as a file, for the two who may read it: what is signed, who has signed, and what was added since. Kept nowhere. */
import { findPeople, type KnownPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { frozenTemplate } from '#api/template/find-template.ts';
import type { Summary } from '../contract.ts';
import { readAccess } from '../read-access.ts';
import { showSummary } from '../read-summary.ts';
import { describeRecord } from '../signing/read-record.ts';
import { readStanding } from '../standing/read-standing.ts';
import type { TalkRecord } from '../store.ts';
import { documentOf, type SummaryFacts } from './rules/document.ts';
import { writeApart, type FileKind } from './write-apart.ts';

export async function readSummaryFile(
  platform: Platform,
  actor: Person,
  talkId: string,
  kind: FileKind,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  // As the summary itself (read-summary.ts): for the two only.
  if (!access?.side) return refuse('not-found');
  return done(await writeApart(documentOf(await factsFor(platform, actor, access.talk)), kind));
}

/** It is one document for both, so it speaks the employee's language and tells the employee's time, as the talk's event does. */
async function factsFor(platform: Platform, actor: Person, talk: TalkRecord): Promise<SummaryFacts> {
  const { tenantId, employeeId, managerId, templateId, templateVersion, cycleName, start, startedAt, finishedAt, signatures } = talk;
  const [summary, people, standing] = await Promise.all([
    showSummary(platform, talk),
    findPeople(platform, tenantId, [employeeId, managerId]),
    readStanding(platform, actor, talk._id, 'amendments'),
  ]);
  const employee = people.get(employeeId);
  const language = employee?.language ?? 'en';
  return {
    ...{ language, timeZone: employee?.timeZone ?? 'UTC', at: platform.clock.now() },
    ...{ kind: frozenTemplate(templateId, templateVersion).name[language], cycleName, start, startedAt, finishedAt, signatures },
    people: { employee: shown(employee), manager: shown(people.get(managerId)) },
    ...frozenIn(summary),
    ...(talk.notesErased ? { notesErasedAt: talk.notesErased.at } : {}),
    record: standing && (await describeRecord(platform, actor, standing)),
  };
}

/** Everything that a signature stands for, whatever a summary comes to hold. */
function frozenIn({ formatted: notes, ...frozen }: Summary): Pick<SummaryFacts, 'notes' | 'agreements' | 'goals' | 'hash'> {
  return { ...frozen, notes };
}

/** Somebody who is gone from the directory keeps an empty name. */
const shown = (person: KnownPerson | undefined): { name: string; jobTitle: string } => ({
  name: person?.name ?? '',
  jobTitle: person?.jobTitle ?? '',
});
