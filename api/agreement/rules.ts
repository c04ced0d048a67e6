/** Rules of agreements: when they may be changed, by whom they can be owned, how long they may be. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { PolicyFacts } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { agreementLimit, type AgreementInput } from './contract.ts';

/** Whether the two may change their agreements now: from the start of the talk until the first signature. @returns null, or agreements-closed */
export function mayChange(side: 'employee' | 'manager', facts: PolicyFacts): Refused | null {
  return mayAccess('agreements', 'write', side, facts) ? null : refuse('agreements-closed');
}

/** The refusal of a write that came while, or after, the two signed. @returns null when nothing was closed */
export function closedNow(written: boolean | 'signed' | 'being-signed'): Refused | null {
  if (typeof written === 'boolean') return null;
  return refuse(written === 'signed' ? 'agreements-closed' : 'being-signed');
}

/**
 * Whether this can be agreed: owned by one of the two, and not too long (UTF-16 code units).
 * @returns null, or wrong-input naming ownerId, or agreement-too-long with the limit
 */
export function mayAgree({ text, ownerId }: AgreementInput, parties: string[]): Refused | null {
  if (text.length > agreementLimit)
    return refuse('agreement-too-long', { limit: agreementLimit, detail: `At most ${agreementLimit} characters.` });
  return parties.includes(ownerId)
    ? null
    : refuse('wrong-input', { field: 'ownerId', detail: 'Must be the employee or the manager of the talk.' });
}

/** Whether two inputs agree the same: then a repeated call says nothing new. White space around the text says nothing either. */
export function isSame(one: AgreementInput, other: AgreementInput): boolean {
  const sameGoal = (one.goalId ?? null) === (other.goalId ?? null);
  return one.text.trim() === other.text.trim() && one.ownerId === other.ownerId && one.due === other.due && sameGoal;
}

/** Whether both have signed. */
export function isSigned(signed: readonly string[]): boolean {
  return signed.includes('employee') && signed.includes('manager');
}
