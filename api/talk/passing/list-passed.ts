/**
 * What was passed on to somebody who manages the employee now, talk by talk, and how it is opened. Asks the policy table for each thing; what was taken
 * back, or was meant for another manager, is not in it.
 */
import type { Question } from '#api/template/contract.ts';
import type { FormattedPiece } from '#api/note/formatted/contract.ts';
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { PersonRef } from '#api/people/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import { openShared } from '#api/preparation/open-shared.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { frozenTemplate, questionsFor } from '#api/template/find-template.ts';
import { noteAccess, partiesOf } from '../read-access.ts';
import { erasedOf } from '../retention/describe-erased.ts';
import { summaryOf } from '../read-summary.ts';
import { listStandingsOf, readStanding, type Standing } from '../standing/read-standing.ts';
import { findTalksByIds } from '../store.ts';
import type { Talk } from '../contract.ts';
import { passableSchema, type Passable } from './contract.ts';
import { findTakenOver } from './find-taken-over.ts';

export type PassedTalk = Pick<Standing, 'talk' | 'policy'> & { what: Passable[] };
type Passed = { employee: PersonRef; manager: PersonRef; preparation: PassedContent['preparation']; notes: FormattedPiece[] | null } & Pick<
  Talk,
  'notesErased'
>;
type PassedContent = {
  preparation: { question: Question; text: string }[] | null;
  notes: { plain: string; formatted: FormattedPiece[] } | null;
};

/** Of one employee; without what was written. */
export async function listPassed(platform: Platform, actor: Person, employeeId: string): Promise<PassedTalk[]> {
  const standings = await listStandingsOf(platform, actor, [employeeId], 'passing');
  return passedOf(platform, actor, standings);
}

export async function readPassed(platform: Platform, actor: Person, talkId: string): Promise<Result<Passed>> {
  const standing = await readStanding(platform, actor, talkId, 'passing');
  const [passed] = standing ? await passedOf(platform, actor, [standing]) : [];
  if (!passed) return refuse('not-found');
  const { employeeId, managerId } = passed.talk;
  const [people, { preparation, notes }] = await Promise.all([
    findPeople(platform, actor.tenantId, [employeeId, managerId]),
    openPassed(platform, passed),
  ]);
  const ref = (id: string): PersonRef => refOf(people.get(id), id);
  return done({
    employee: ref(employeeId),
    manager: ref(managerId),
    preparation,
    notes: notes?.formatted ?? null,
    ...erasedOf(passed.talk),
  });
}

/** What was written in what was passed on; null for what was not, and once it is erased. */
export async function openPassed(platform: Platform, { talk, what }: PassedTalk): Promise<PassedContent> {
  if (talk.notesErased) return { preparation: null, notes: null };
  const { tenantId, _id: talkId, templateId, templateVersion } = talk;
  const [whole] = what.includes('shared-notes') ? await findTalksByIds(platform.db, tenantId, [talkId]) : [];
  const [answers, signed] = await Promise.all([
    what.includes('preparation') ? openShared(platform, partiesOf(talk), tenantId) : null,
    whole ? summaryOf(platform, whole) : null,
  ]);
  const questions = questionsFor(frozenTemplate(templateId, templateVersion), 'employee');
  return {
    preparation:
      answers &&
      questions.flatMap((question) => {
        const text = answers.find(({ questionId }) => questionId === question.id)?.text ?? '';
        return text === '' ? [] : [{ question, text }];
      }),
    notes: signed && { plain: signed.summary.notes, formatted: signed.summary.formatted },
  };
}

async function passedOf(platform: Platform, { tenantId }: Person, standings: Standing[]): Promise<PassedTalk[]> {
  const mine = standings.filter(({ relation }) => relation === 'new-manager');
  const [first] = mine;
  if (!first) return [];
  const [{ talks }, preparedOf] = await Promise.all([
    findTakenOver(platform, tenantId, first.talk.employeeId),
    listPrepared(
      platform,
      tenantId,
      mine.map(({ talk }) => partiesOf(talk)),
    ),
  ]);
  const takenOver = new Set(talks.map(({ _id }) => _id));
  return mine.flatMap(({ talk, policy }) => {
    // What was passed on and is erased by now is told to be so, instead of seeming to have been taken back.
    const employeeReleased = preparedOf(talk._id).releases.employee !== null || talk.notesErased != null;
    const facts = { ...policy, employeeReleased };
    const what = passableSchema.options.filter((item) => mayAccess(item, 'read', 'new-manager', facts));
    if (what.length === 0 || !takenOver.has(talk._id)) return [];
    noteAccess(talk._id, 'new-manager', facts);
    return [{ talk, policy: facts, what }];
  });
}
