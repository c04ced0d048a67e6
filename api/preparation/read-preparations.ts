/** Both preparations as one party may see them: their own answers, and the other's only once the policy table lets them. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Item, PolicyFacts } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { partiesOf, readAccess, type Access } from '#api/talk/read-access.ts';
import { frozenTemplate, questionsFor } from '#api/template/find-template.ts';
import type { Question } from '#api/template/contract.ts';
import type { PreparationAnswer, Preparations } from './contract.ts';
import type { Prepared } from './list-prepared.ts';
import { countsAsReleased, isOpen, isReleased, otherItem, ownItem } from './rules.ts';
import { dropRelease, findPreparation, type AnswerRecord, type PreparationRecord, type Whose } from './store.ts';

type Side = 'employee' | 'manager';
/** A party's access: HR is no party, and has its own channels. */
export type PartyAccess = Access & { side: Side };

export async function readPreparations(platform: Platform, actor: Person, talkId: string): Promise<Result<Preparations>> {
  const access = await readParty(platform, actor, talkId);
  return access ? done(await describePreparations(platform, access)) : refuse('not-found');
}

/** How a party stands to the talk; null for everybody else, HR included. */
export async function readParty(platform: Platform, actor: Person, talkId: string, known?: Prepared): Promise<PartyAccess | null> {
  const access = await readAccess(platform, actor, talkId, 'talk', known);
  return access?.side ? { ...access, side: access.side } : null;
}

/** Whose preparation is meant when this side of the talk is. */
export function whoseOf({ talk }: Access, side: Side): Whose {
  return { tenantId: talk.tenantId, talkId: talk._id, side, authorId: side === 'employee' ? talk.employeeId : talk.managerId };
}

/** After a hand-over the employee's answers are open again, before they are written to. */
export async function openAnew(platform: Platform, access: PartyAccess): Promise<void> {
  const { managerId, heldSince } = partiesOf(access.talk);
  if (access.side === 'employee' && heldSince) await dropRelease(platform.db, whoseOf(access, access.side), { managerId, heldSince });
}

/** The questions that the talk's template version asks this side. */
export function askedOf({ talk }: Access, side: Side): Question[] {
  return questionsFor(frozenTemplate(talk.templateId, talk.templateVersion), side);
}

/** The answer for an access that has just been read. */
export async function describePreparations(platform: Platform, access: PartyAccess): Promise<Preparations> {
  const { side, policy, prepared } = access;
  const own = await findPreparation(platform.db, whoseOf(access, side));
  const ownNow = ownItem(side, isReleased(side, policy));
  const mayReadOwn = mayAccess(ownNow, 'read', side, policy);
  const other = otherOf(side);
  const theirs = await readableBy(platform, access, side, policy);
  return {
    mine: {
      answers: own && mayReadOwn ? await openAnswers(platform, own, ownNow) : [],
      releasedAt: prepared.releases[side]?.toISOString() ?? null,
      open: isOpen(side, policy),
      version: own?.version ?? 0,
    },
    theirs: {
      releasedAt: prepared.releases[other]?.toISOString() ?? null,
      // Read again together with the answers: a release taken back since the access was read has closed them.
      answers: theirs?.counts ? theirs.answers : null,
    },
  };
}

/** All that a side has prepared itself, also what no page shows any more: for its author's export. */
export async function openOwn(platform: Platform, access: PartyAccess): Promise<PreparationAnswer[]> {
  const own = await findPreparation(platform.db, whoseOf(access, access.side));
  return own ? openAnswers(platform, own, ownItem(access.side, false)) : [];
}

export const otherOf = (side: Side): Side => (side === 'employee' ? 'manager' : 'employee');

/**
 * The answers of the other side that this reader may read under these facts; null when none. The one way in which anybody is shown another's.
 * @param as the item it is for whoever looks: a preview shows authors their own
 */
export async function readableBy(
  platform: Platform,
  access: PartyAccess,
  reader: Side,
  facts: PolicyFacts,
  as: Item = otherItem(reader),
): Promise<{ releasedAt: Date | null; counts: boolean; answers: { questionId: string; text: string }[] } | null> {
  if (!mayAccess(otherItem(reader), 'read', reader, facts)) return null;
  const author = otherOf(reader);
  const found = await findPreparation(platform.db, whoseOf(access, author));
  if (!found) return { releasedAt: null, counts: false, answers: [] };
  const opened = await openAnswers(platform, found, as);
  const counts = countsAsReleased(found, author, partiesOf(access.talk));
  return { releasedAt: found.releasedAt, counts, answers: opened.map(({ questionId, text }) => ({ questionId, text })) };
}

function openAnswers(platform: Platform, preparation: PreparationRecord, as: Item): Promise<PreparationAnswer[]> {
  return Promise.all(
    Object.entries(preparation.answers).map(([questionId, answer]) => openAnswer(platform, preparation, questionId, answer, as)),
  );
}

/** One answer with its text. */
export async function openAnswer(
  platform: Platform,
  whose: Whose,
  questionId: string,
  answer: AnswerRecord,
  as: Item,
): Promise<PreparationAnswer> {
  const { tenantId, talkId, authorId } = whose;
  const text = await platform.seal.openText({ tenantId, talkId, authorId }, answer.sealed, as);
  return { questionId, text, version: answer.version, savedAt: answer.savedAt.toISOString() };
}
