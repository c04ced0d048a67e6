import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementStatusSchema, type AgreementStatus } from '../contract.ts';
import { progressNoteLimit, stepLimit } from './contract.ts';
import { closedAt, countsOf, inOrder, isOpen, isSinceLast, mayStep } from './rules.ts';

const statuses = agreementStatusSchema.options;
const day = (nth: number): Date => new Date(nth * 86_400_000);
const anyStatus = fc.constantFrom(...statuses);

describe('what is open', () => {
  it.each<[AgreementStatus, boolean]>([
    ['not-begun', true],
    ['under-way', true],
    ['kept', false],
    ['changed', false],
    ['dropped', false],
  ])('%s: %s', (status, open) => expect(isOpen(status)).toBe(open));
});

describe('a step', () => {
  it.each<[string, number, string | null, string | null]>([
    ['the first', 0, null, null],
    ['with a note as long as allowed', 3, 'x'.repeat(progressNoteLimit), null],
    ['with one too long', 3, 'x'.repeat(progressNoteLimit + 1), 'progress-note-too-long'],
    ['the last one', stepLimit - 1, 'x', null],
    ['one more', stepLimit, null, 'too-many-steps'],
  ])('%s', (_what, steps, note, reason) => expect(mayStep(steps, note)?.reason ?? null).toBe(reason));
});

describe('when it came to an end', () => {
  const steps = (...said: AgreementStatus[]) => said.map((status, nth) => ({ status, at: day(nth) }));
  it.each([
    ['nobody has said anything', steps(), null],
    ['it is under way', steps('under-way'), null],
    ['kept', steps('under-way', 'kept'), day(1)],
    ['kept, with a note later', steps('under-way', 'kept', 'kept'), day(1)],
    ['kept, and after all not', steps('kept', 'under-way'), null],
    ['kept, opened, dropped', steps('kept', 'not-begun', 'dropped'), day(2)],
  ])('%s', (_what, said, end) => expect(closedAt(said)).toEqual(end));

  it('is known exactly when it is not open, in any history', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { minLength: 1, maxLength: 30 }), (said) => {
        const end = closedAt(steps(...said));
        const last = said.at(-1) ?? 'not-begun';
        expect(end === null).toBe(isOpen(last));
        // From that day on nothing was open, and the day before something was.
        const from = end ? end.getTime() / 86_400_000 : said.length;
        expect(said.slice(from).every((status) => !isOpen(status))).toBe(true);
        if (end && from > 0) expect(isOpen(said[from - 1] ?? 'kept')).toBe(true);
      }),
    );
  });
});

describe('what the next talk begins with', () => {
  it.each<[string, AgreementStatus, Date | null, Date | null, boolean]>([
    ['open', 'under-way', null, day(5), true],
    ['kept since they last met', 'kept', day(6), day(5), true],
    ['kept before that', 'kept', day(4), day(5), false],
    ['dropped before that', 'dropped', day(1), day(5), false],
    ['the last talk was never finished', 'kept', day(1), null, true],
  ])('%s', (_what, status, end, lastHeld, shown) => expect(isSinceLast({ status, closedAt: end }, lastHeld)).toBe(shown));
});

describe('the order', () => {
  it('puts open ones first, then the nearest day, and is the same from wherever it starts', () => {
    const one = fc.record({
      status: anyStatus,
      due: fc.option(fc.constantFrom('2027-03-01', '2027-04-01')),
      madeAt: fc.constantFrom('2027-01-01', '2027-01-02'),
      agreementId: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ agreementId }) => agreementId, maxLength: 8 }), (all) => {
        const sorted = [...all].sort(inOrder);
        expect([...all].reverse().sort(inOrder)).toEqual(sorted);
        const open = sorted.map(({ status }) => isOpen(status));
        expect(open).toEqual([...open].sort((a, b) => Number(b) - Number(a)));
        const days = sorted.filter(({ status }) => isOpen(status)).map(({ due }) => due ?? '9999');
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});

describe('HR’s counts', () => {
  it('add up to all, in any case, and say nothing has begun of what nobody spoke of', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { maxLength: 20 }), fc.nat(20), (said, silent) => {
        const counts = countsOf(5, said.length + silent, said);
        expect(counts.map(({ status }) => status)).toEqual(statuses);
        expect(counts.reduce((sum, { agreements }) => sum + agreements, 0)).toBe(said.length + silent);
        const begun = said.filter((status) => status === 'not-begun').length;
        expect(counts[0]?.agreements).toBe(begun + silent);
      }),
    );
  });

  it('are not told of fewer than five people', () => {
    expect([0, 1, 4, 5].map((talks) => countsOf(talks, 9, ['kept']).length)).toEqual([0, 0, 0, statuses.length]);
  });
});
