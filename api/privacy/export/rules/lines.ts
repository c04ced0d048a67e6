/** Lines of an export from what the readers of each feature answer: names instead of ids, and nothing that only a screen needs. */
import type { FollowedAgreement } from '#api/agreement/following/contract.ts';
import type { AgreementTerms } from '#api/agreement/terms/contract.ts';
import type { Topic } from '#api/checkin/contract.ts';
import type { Goal } from '#api/development/goal/contract.ts';
import type { Entry } from '#api/talk/signing/contract.ts';
import type { AccessEntry } from '../../access-log/contract.ts';
import type { Exported, TalkExport } from '../contract.ts';

type AgreementLine = NonNullable<TalkExport['agreements']>[number];

type Followed = Pick<FollowedAgreement, 'status' | 'amended' | 'steps'>;

/** One that is not followed yet has no status. */
export function agreementOf({ text, ownerName, due, ...more }: AgreementTerms & Partial<Followed>): AgreementLine {
  const { status = null, amended = false, steps = [] } = more;
  return {
    ...{ text, owner: ownerName, due, status, changed: amended },
    steps: steps.map(({ at, name, status: said, note }) => ({ at, by: name, status: said, note })),
  };
}

const termsOf = ({ text, ownerName, due }: AgreementTerms) => ({ text, owner: ownerName, due });

export function entryOf({ kind, name, at, text, change }: Entry): NonNullable<TalkExport['record']>[number] {
  return { kind, by: name, at, text, change: change && { before: termsOf(change.from), after: termsOf(change.to) } };
}

export function accessOf({ at, name, item, act, channel }: AccessEntry): NonNullable<TalkExport['accesses']>[number] {
  return { at, by: name, item, act, channel };
}

export function goalOf(employee: string, goal: Goal): Exported['goals'][number] {
  const { what, why, due, state, visibility, proposal, authorName, madeAt, sharedWith, steps } = goal;
  return {
    ...{ employee, what, why, due, state, visibility, proposal, madeBy: authorName, madeAt, sharedWith: sharedWith?.name ?? null },
    steps: steps.map(({ at, name, state: said, note, before }) => ({ at, by: name, state: said, note, before })),
  };
}

export function topicOf(employee: string, { authorName, text, madeAt, sharedAt, takenUpAt }: Topic): Exported['topics'][number] {
  return { employee, by: authorName, text, madeAt, sharedAt, takenUpAt };
}
