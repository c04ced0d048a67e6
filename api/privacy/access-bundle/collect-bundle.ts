/**
 * Puts the bundle of an approved access request together, piece by piece: what the employee's own export says, and what the managers of each talk have noted for
 * themselves, opened with their keys, masked and sealed anew with keys of this request. Read by nobody while it is made.
 */
import type { Language } from '#api/people/contract.ts';
import { findPerson } from '#api/people/find-people.ts';
import { listNames, type DirectoryName } from '#api/people/list-names.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listNotesOfOthers } from '#api/note/list-notes-of-others.ts';
import { requestScope, talkScope } from '../access-request/seal-parts.ts';
import type { CopiedTalk, RequestRecord } from '../access-request/store.ts';
import { collectData } from '../export/collect-data.ts';
import type { TalkExport } from '../export/contract.ts';
import { en } from '../export/rules/texts/en.ts';
import { sv } from '../export/rules/texts/sv.ts';
import type { BundleTalk } from './contract.ts';
import { copiedMembers, copiedTalk, isCopiedGoal, isCopiedTopic, stateOf, type CopiedMember } from './rules/content.ts';
import { maskerOf, type Masks } from './rules/masking.ts';
import { addPiece, type OfBundle, type PieceHead } from './store.ts';

const masksIn: Record<Language, Masks> = {
  sv: { person: sv.bundle.anotherPerson, address: sv.bundle.address },
  en: { person: en.bundle.anotherPerson, address: en.bundle.address },
};

type Making = { platform: Platform; of: OfBundle; holdersOf: (talkId: string) => string[]; names: DirectoryName[]; masks: Masks };

/**
 * Stores the pieces under the copy's number. Answers the talks that are in it.
 * @param holdersOf who holds or held a talk
 */
export async function collectBundle(
  platform: Platform,
  request: RequestRecord,
  copy: number,
  holdersOf: (talkId: string) => string[],
): Promise<CopiedTalk[]> {
  const { _id, tenantId, employeeId } = request;
  const known = await findPerson(platform, tenantId, employeeId);
  const of: OfBundle = { tenantId, requestId: _id, employeeId, copy };
  const making: Making = {
    ...{ platform, of, holdersOf, names: await listNames(platform, tenantId), masks: masksIn[known?.language ?? 'en'] },
  };
  // As the employee, who is not asked: what is read for them is theirs by the table, and nobody is shown it yet.
  const employee: Person = { kind: 'person', tenantId, personId: employeeId, name: known?.name ?? '', isHr: false, token: '' };
  const talks: CopiedTalk[] = [];
  let number = 0;
  const store = async (head: Omit<PieceHead, '_id'>, value: unknown): Promise<void> => {
    const scope = head.talkId === null ? requestScope(tenantId, _id, 'bundle') : talkScope(tenantId, _id, head.talkId);
    const sealed = await platform.seal.closeText(scope, JSON.stringify(value));
    await addPiece(platform.db, of, (number += 1), { ...head, sealed }, platform.clock.now());
  };
  for await (const piece of collectData(platform, employee, ['employee'])) {
    const member = copiedMembers.find((one): one is CopiedMember => one === piece.member);
    if (member === undefined) continue;
    const head = { member, talkId: null, state: null };
    if (piece.member === 'talks')
      for await (const talk of piece.lines) {
        const { facts = {} } = talk;
        await store({ member, talkId: talk.talkId, state: stateOf[facts.status ?? 'planned'] }, await talkOf(making, talk));
        const day = facts.startedAt ?? facts.start ?? null;
        talks.push({ talkId: talk.talkId, cycle: facts.cycle ?? '', day: day ? new Date(day) : null, toldIds: holdersOf(talk.talkId) });
      }
    else if (piece.member === 'goals') await store(head, await all(piece.lines, isCopiedGoal));
    else if (piece.member === 'topics') await store(head, await all(piece.lines, isCopiedTopic));
    else if ('value' in piece) await store(head, piece.value);
  }
  return talks;
}

async function talkOf({ platform, of, names, masks }: Making, talk: TalkExport): Promise<BundleTalk> {
  const { tenantId, employeeId } = of;
  const found = await listNotesOfOthers(platform, { tenantId, talkId: talk.talkId }, employeeId);
  const notes = found.map(({ authorId, text, savedAt }) => {
    const isSpared = ({ personId }: DirectoryName): boolean => personId === employeeId || personId === authorId;
    const spared = names.filter(isSpared);
    const mask = maskerOf(
      names.filter((one) => !isSpared(one)),
      spared,
      masks,
    );
    const by = spared.find(({ personId }) => personId === authorId)?.name ?? '';
    return { by, ...mask(text), savedAt: savedAt.toISOString() };
  });
  return copiedTalk(talk, notes);
}

async function all<T>(lines: AsyncIterable<T>, isCopied: (line: T) => boolean): Promise<T[]> {
  const copied: T[] = [];
  for await (const line of lines) if (isCopied(line)) copied.push(line);
  return copied;
}
