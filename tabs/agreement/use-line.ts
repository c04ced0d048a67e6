/** A line of the notes as the beginning of an agreement: its words without the marks of a list, no longer than an agreement may be. Pure. */
import { agreementLimit, type AgreementInput } from '#api/agreement/contract.ts';

/** `ownerId`: who does it unless something else is chosen. An empty line gives an empty form. */
export function agreementFrom(line: string, ownerId: string): AgreementInput {
  const words = line.trim().replace(/^([-*\u2022]|\d+[.)]|\[[ x]?\]|[\u2610\u2611])\s+/i, '');
  return { text: Array.from(words).slice(0, agreementLimit).join('').slice(0, agreementLimit).trim(), ownerId, due: null };
}
