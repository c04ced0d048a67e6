import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../contract.ts';
import { entryLimit, statementLimit, type EntryKind } from './contract.ts';
import {
  canonicalEntry,
  chainHolds,
  confirmedProposals,
  mayAnswer,
  mayObject,
  mayPropose,
  mayWrite,
  objecting,
  openProposals,
  waitingFor,
  type ChainedEntry,
  type EntryFacts,
} from './rules.ts';

const ids = { employee: 'anna', manager: 'boss' };
const other: Record<Side, Side> = { employee: 'manager', manager: 'employee' };
const entry = (entryId: string, kind: EntryKind, side: Side, more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ entryId, kind, side, personId: ids[side], about: null, subject: null },
  ...more,
});
const proposed = entry('p', 'proposed', 'employee', { subject: 'a1' });
const objected = entry('o', 'objected', 'employee');

describe('an objection', () => {
  it.each<[string, EntryFacts[], Side[]]>([
    ['is not there', [], []],
    ['stands', [objected], ['employee']],
    ['stands while the other signs', [objected, entry('s', 'signed', 'manager')], ['employee']],
    ['ends when its author signs', [objected, entry('s', 'signed', 'employee')], []],
    ['stands on both sides', [objected, entry('o2', 'objected', 'manager')], ['employee', 'manager']],
    ['is one, however often it is written', [objected, entry('o2', 'objected', 'employee')], ['employee']],
  ])('%s', (_what, entries, sides) => expect(objecting(entries)).toEqual(sides));

  it.each<[string, Date | null, Side[], string | null]>([
    ['before the talk was held', null, [], 'talk-not-held'],
    ['after it', new Date(0), [], null],
    ['when the other has signed', new Date(0), ['manager'], null],
    ['when one has signed', new Date(0), ['employee'], 'already-signed'],
  ])('%s', (_when, finishedAt, signed, reason) => {
    expect(mayObject({ finishedAt, signed }, 'employee')?.reason ?? null).toBe(reason);
  });
});

describe('a proposal', () => {
  it.each<[string, boolean, EntryFacts[], string | null, string | null]>([
    ['before the first signature', false, [], 'a1', 'not-signed-yet'],
    ['after it', true, [], 'a1', null],
    ['while one about the same agreement waits', true, [proposed], 'a1', 'amendment-waiting'],
    ['while one about another waits', true, [proposed], 'a2', null],
    ['a correction while that waits', true, [proposed], null, null],
    ['a second correction', true, [entry('c', 'proposed', 'manager')], null, 'amendment-waiting'],
    ['when it was confirmed', true, [proposed, entry('y', 'confirmed', 'manager', { about: 'p' })], 'a1', null],
    ['when it was declined', true, [proposed, entry('n', 'declined', 'manager', { about: 'p' })], 'a1', null],
  ])('%s', (_when, frozen, entries, subject, reason) => expect(mayPropose(frozen, entries, subject)?.reason ?? null).toBe(reason));

  it.each<[string, EntryFacts[], Side, 'confirmed' | 'declined' | 'withdrawn', boolean]>([
    ['the other confirms', [proposed], 'manager', 'confirmed', true],
    ['the other declines', [proposed], 'manager', 'declined', true],
    ['the other cannot take it back', [proposed], 'manager', 'withdrawn', false],
    ['who proposed it cannot confirm it', [proposed], 'employee', 'confirmed', false],
    ['nor decline it', [proposed], 'employee', 'declined', false],
    ['who proposed it takes it back', [proposed], 'employee', 'withdrawn', true],
    ['nothing is proposed', [objected], 'manager', 'confirmed', false],
    ['it was answered', [proposed, entry('n', 'declined', 'manager', { about: 'p' })], 'manager', 'confirmed', false],
  ])('%s', (_what, entries, side, answer, may) => {
    expect(mayAnswer(entries, 'p', side, answer)?.reason ?? null).toBe(may ? null : 'nothing-to-answer');
  });
});

describe('what waits for somebody', () => {
  it.each<[string, EntryFacts[], string | null, string | null]>([
    ['nothing', [], null, null],
    ['an objection waits for the other', [objected], null, 'o'],
    ['a proposal waits for the other', [proposed], null, 'p'],
    ['both: the newest', [objected, proposed], null, 'p'],
    ['until it is answered', [proposed, entry('y', 'confirmed', 'manager', { about: 'p' })], null, null],
  ])('%s', (_what, entries, anna, boss) => {
    expect([waitingFor(entries, 'anna')?.entryId ?? null, waitingFor(entries, 'boss')?.entryId ?? null]).toEqual([anna, boss]);
  });
});

describe('what can be written', () => {
  const full = Array.from({ length: entryLimit }, () => objected);
  it.each<[string, EntryFacts[], string | null, string | null]>([
    ['nothing', [], null, null],
    ['as long as allowed', [], 'x'.repeat(statementLimit), null],
    ['one too long', [], 'x'.repeat(statementLimit + 1), 'statement-too-long'],
    ['the last entry', full.slice(1), 'x', null],
    ['one more', full, 'x', 'record-full'],
  ])('%s', (_what, entries, text, reason) => expect(mayWrite(entries, text)?.reason ?? null).toBe(reason));
});

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const contentHash = hash('what was signed');

/** Appends as the verbs do: only what the rules allow. */
function live(
  steps: { side: Side; what: 'propose' | 'confirm' | 'decline' | 'withdraw'; subject: string | null; text: string }[],
): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  const append = (facts: EntryFacts, body: string | null): void => {
    const next = { ...facts, at: new Date(entries.length), contentHash, body, previous: entries.at(-1)?.hash ?? '' };
    entries.push({ ...next, hash: hash(canonicalEntry(next)) });
  };
  for (const side of ['employee', 'manager'] as const) append(entry(`s-${side}`, 'signed', side), null);
  for (const [nth, { side, what, subject, text }] of steps.entries()) {
    if (what === 'propose') {
      if (!mayPropose(true, entries, subject)) append(entry(`p${nth}`, 'proposed', side, { subject }), text);
      continue;
    }
    const answer = ({ confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' } as const)[what];
    const about = entries.findLast(({ kind }) => kind === 'proposed')?.entryId ?? '';
    if (!mayAnswer(entries, about, side, answer)) append(entry(`a${nth}`, answer, side, { about }), null);
  }
  return entries;
}
const step = fc.record({
  side: fc.constantFrom<Side>('employee', 'manager'),
  what: fc.constantFrom('propose' as const, 'confirm' as const, 'decline' as const, 'withdraw' as const),
  subject: fc.constantFrom(null, 'a1', 'a2'),
  text: fc.string({ maxLength: 10 }),
});
const history = fc.array(step, { maxLength: 30 }).map(live);

describe('the record, in any history', () => {
  it('only grows, speaks of the signed content throughout, and its chain holds at every length', () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (let length = 0; length <= entries.length; length += 1) expect(chainHolds(entries.slice(0, length), hash)).toBe(true);
        expect(new Set(entries.map((one) => one.contentHash))).toEqual(new Set([contentHash]));
      }),
      { numRuns: 60 },
    );
  });

  it('notices every change, wherever it is made', () => {
    const spoil: ((one: ChainedEntry) => ChainedEntry)[] = [
      (one) => ({ ...one, body: `${one.body ?? ''}x` }),
      (one) => ({ ...one, at: new Date(one.at.getTime() + 1) }),
      (one) => ({ ...one, side: other[one.side] }),
      (one) => ({ ...one, personId: 'somebody' }),
      (one) => ({ ...one, kind: one.kind === 'confirmed' ? 'declined' : 'confirmed' }),
      (one) => ({ ...one, contentHash: hash('something else') }),
      (one) => ({ ...one, subject: 'a9' }),
      (one) => ({ ...one, about: 'a9' }),
    ];
    fc.assert(
      fc.property(history, fc.nat(), fc.constantFrom(...spoil), (entries, at, change) => {
        const nth = at % entries.length;
        expect(
          chainHolds(
            entries.map((one, here) => (here === nth ? change(one) : one)),
            hash,
          ),
        ).toBe(false);
        // Leaving one out shows too, unless it was the last: then the newest is missing, and the talk's version says so.
        if (nth < entries.length - 1) expect(chainHolds([...entries.slice(0, nth), ...entries.slice(nth + 1)], hash)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('has at most one open proposal per agreement, each answered once, and by the other when it counts', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const open = openProposals(entries).map(({ subject }) => subject);
        expect(new Set(open).size).toBe(open.length);
        const answers = entries.flatMap(({ about }) => about ?? []);
        expect(new Set(answers).size).toBe(answers.length);
        for (const proposal of confirmedProposals(entries)) {
          const confirmation = entries.find(({ about }) => about === proposal.entryId);
          expect(confirmation?.side).toBe(other[proposal.side]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
