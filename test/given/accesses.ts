/** What the access log holds, as it lies in the store: for tests that compare it with what somebody was shown, and with the policy table. */
import type { Platform } from '#api/platform/platform.ts';
import type { Item, PolicyFacts, Relation, TalkState } from '#api/privacy/contract.ts';
import type { AccessEntry } from '#api/privacy/access-log/contract.ts';
import { mayExport } from '#api/privacy/export/rules/places.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { words } from './table-words.ts';

type Who = { talkId: string; personId: string; relation: Relation; state: TalkState };
export type StoredAccess = { _id: string; number: number; item: Item } & Who & Pick<AccessEntry, 'act' | 'channel'>;

/** Of one talk, in their order; of one person, when one is named. */
export async function storedAccesses({ db }: Platform, talkId: string, personId?: string): Promise<StoredAccess[]> {
  const filter = { talkId, ...(personId ? { personId } : {}) };
  return db.connection.collection<StoredAccess>('accesses').find(filter).sort({ number: 1 }).toArray();
}

/** As which item whoever finds a word has been shown it. What belongs to no talk has no entry: topics and goals. */
const itemsOf: Partial<Record<keyof typeof words, Item[]>> = {
  answerOfErik: ['preparation-draft', 'preparation'],
  answerOfMaja: ['manager-preparation'],
  privateOfErik: ['private-notes'],
  privateOfMaja: ['private-notes'],
  shared: ['shared-notes'],
  agreed: ['agreements'],
  objected: ['statements'],
  suggested: ['statements', 'amendments'],
  noted: ['agreement-status'],
  agenda: ['agenda'],
  checkIn: ['check-in'],
};

/** Words that were found without an entry that says so. */
export function unnoted(found: Record<string, boolean>, noted: StoredAccess[]): string[] {
  return Object.entries(itemsOf)
    .filter(([word, items]) => found[word] && !noted.some(({ item }) => items.includes(item)))
    .map(([word]) => word);
}

const yesNo = [false, true];

/** Entries that the table does not allow, whatever else may have been so at the time: what an auditor looks for. */
export const outsideTheTable = (entries: StoredAccess[]): StoredAccess[] =>
  entries.filter(
    ({ item, relation, state, act }) =>
      !yesNo.some((released) =>
        yesNo.some((anySignature) => {
          const facts = factsWith(state, released, anySignature);
          return mayAccess(item, 'read', relation, facts) || (act === 'export' && mayExport(item, relation, facts));
        }),
      ),
  );

const factsWith = (state: TalkState, released: boolean, anySignature: boolean): PolicyFacts => ({
  ...{ state, anySignature, employeeReleased: released, managerReleased: released },
  ...{ releaseRule: 'on-release', managerPreparationVisible: true, daysSinceHandOver: 0, passed: ['preparation', 'shared-notes'] },
  sharedWithHr: { preparation: true, notes: true, agreements: true },
});
