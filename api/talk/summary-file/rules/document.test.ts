import { describe, expect, it } from 'vitest';
import type { AgreementTerms } from '#api/agreement/terms/contract.ts';
import { documentOf, type SaidEntry, type SummaryFacts } from './document.ts';
import { wordsIn } from './model.ts';

const at = (time: string): Date => new Date(`2027-02-04T${time}:00Z`);
const held: SummaryFacts = {
  ...{ language: 'en', timeZone: 'Europe/Stockholm', at: at('14:00'), kind: 'Development talk', cycleName: 'Spring' },
  people: { employee: { name: 'Erik Storm', jobTitle: 'Hydrographer' }, manager: { name: 'Maja Hallberg', jobTitle: '' } },
  ...{ start: at('09:00'), startedAt: at('09:02'), finishedAt: at('10:00') },
  notes: [{ name: 'paragraph', pieces: [{ text: 'We spoke.' }] }],
  agreements: [{ text: 'Two weeks at sea.', ownerName: 'Erik Storm', due: '2027-06-30' }],
  ...{ hash: 'abc', signatures: [], record: { entries: [], intact: true } },
};
const both: SummaryFacts = {
  ...held,
  signatures: [
    { side: 'employee', at: at('11:00') },
    { side: 'manager', at: at('12:00') },
  ],
};
const entry = (said: Partial<SaidEntry>): SaidEntry => ({
  ...{ entryId: 'e', kind: 'signed', side: 'employee', name: 'Erik Storm', at: '2027-02-04T11:00:00Z', text: null },
  ...{ change: null, about: null, contentHash: 'abc' },
  ...said,
});
const terms = (due: string | null): AgreementTerms => ({ text: 'Two weeks at sea.', ownerId: 'x', ownerName: 'Erik Storm', due });
const textOf = (facts: SummaryFacts): string => wordsIn(documentOf(facts).blocks).join('\n');

describe('the document of a summary', () => {
  it('says who, when and what in English', () => {
    expect(documentOf(both)).toMatchObject({ title: 'Development talk', lead: 'Erik Storm and Maja Hallberg', language: 'en' });
    expect(textOf(both).split('\n')).toEqual([
      ...['Employee: ', 'Erik Storm, Hydrographer', 'Manager: ', 'Maja Hallberg'],
      ...['Held: ', '4 February 2027 at 10:02–11:00 (Europe/Stockholm)', 'Talk cycle: ', 'Spring', 'Both have signed.'],
      ...['Shared notes', 'We spoke.', 'Agreements', 'Two weeks at sea.', 'Erik Storm, by 30 June 2027', 'Signatures'],
      ...['Erik Storm signed on 4 February 2027 at 12:00.', 'Maja Hallberg signed on 4 February 2027 at 13:00.'],
      ...['Changes after signing', 'Nothing has been changed since it was signed.', 'What was signed'],
      'Checked when this file was made: everything is as it was when it was written and signed.',
      'Fingerprint (SHA-256): abc',
    ]);
  });

  it('says it in Swedish, in the time of the employee', () => {
    const { title, blocks, footer } = documentOf({ ...both, language: 'sv', timeZone: 'Europe/Helsinki', kind: 'Utvecklingssamtal' });
    const text = wordsIn(blocks).join('\n');
    expect([title, footer]).toEqual(['Utvecklingssamtal', 'Sparad från Samtal 4 februari 2027 kl. 16:00 · Sida {page} av {pages}']);
    for (const words of ['4 februari 2027 kl. 11:02–12:00 (Europe/Helsinki)', 'Erik Storm, senast 30 juni 2027', 'Båda har skrivit under.'])
      expect(text).toContain(words);
  });

  it.each<[string, Partial<SummaryFacts>, string[], string[]]>([
    [
      'live',
      { startedAt: at('09:02'), finishedAt: null },
      ['The talk is going on.'],
      ['Signatures', 'Fingerprint', 'Changes after signing'],
    ],
    ['held', {}, ['Nobody has signed yet.', 'Erik Storm has not signed yet.', 'Maja Hallberg has not signed yet.'], ['Fingerprint']],
    ['half', { signatures: both.signatures.slice(0, 1) }, ['One of the two has signed.', 'Maja Hallberg has not signed', 'abc'], []],
    ['finished days later', { finishedAt: new Date('2027-02-09T10:00:00Z') }, ['4 February 2027 at 10:02 (Europe'], ['9 February']],
    ['empty', { notes: [], agreements: [] }, ['No notes were written.', 'Nothing was agreed.'], []],
    ['no longer as signed', { ...both, record: { entries: [], intact: false } }, ['Do not rely on this file'], ['everything is as it was']],
    [
      'without a record',
      { ...both, record: null },
      ['later changes are not in this file', 'Fingerprint'],
      ['Changes after', 'Checked when'],
    ],
  ])('says how it stands: %s', (_state, facts, there, absent) => {
    const text = textOf({ ...held, ...facts });
    for (const words of there) expect(text).toContain(words);
    for (const words of absent) expect(text).not.toContain(words);
  });

  it('puts beside the signatures what was said there, and which text it is about', () => {
    const entries = [
      entry({ kind: 'objected', text: 'Too short.', contentHash: 'older' }),
      entry({ kind: 'signed', side: 'manager', name: 'Maja Hallberg', text: 'Thank you.' }),
    ];
    const text = textOf({ ...held, record: { entries, intact: true }, signatures: [{ side: 'manager', at: at('12:00') }] });
    expect(text).toContain(
      'Erik Storm has objected and not signed.\nObjection, 4 February 2027 at 12:00 · About an earlier version of the text.\nToo short.',
    );
    expect(text).toContain('Comment\nThank you.');
  });

  it('tells each suggested change with its answer, and that another waits', () => {
    const change = { agreementId: 'a', from: terms('2027-06-30'), to: terms(null) };
    const entries = [
      entry({ entryId: 'one', kind: 'proposed', change, text: 'In dock.' }),
      entry({ entryId: 'two', kind: 'declined', about: 'one', side: 'manager', name: 'Maja Hallberg', text: 'It is not.' }),
      entry({ entryId: 'three', kind: 'proposed', text: 'It was three weeks.' }),
    ];
    const text = textOf({ ...both, record: { entries, intact: true } });
    for (const words of [
      'by 30 June 2027',
      'Erik Storm, no date',
      'In dock.',
      'Declined by Maja Hallberg',
      'It is not.',
      'Not answered yet.',
    ])
      expect(text).toContain(words);
  });

  it('tells the goals as they stood, and which agreement leads to which', () => {
    const goal = { goalId: 'g', what: 'Lead a survey', why: 'Because I can.', due: '2028-01-31', state: 'going-on' as const };
    const agreements = [{ text: 'Two weeks at sea.', ownerName: 'Erik Storm', due: null, goalId: 'g' }];
    const text = textOf({
      ...both,
      goals: [goal, { ...goal, goalId: 'h', what: 'Swim', why: null, due: null, state: 'reached' }],
      agreements,
    });
    expect(text).toContain('Erik Storm, no date · towards: Lead a survey');
    expect(text).toContain(
      'Goals as they stood at the end of the talk\nLead a survey\nBecause I can.\nOn the way, by 31 January 2028\nSwim\nReached',
    );
  });

  it('takes names and words as text, whatever they are', () => {
    const name = '<b>Eve\u202E\uD800</b>\0';
    const document = documentOf({ ...held, people: { ...held.people, employee: { name, jobTitle: '{page}' } } });
    expect(document.lead).toBe('<b>Eve\uFFFD</b> and Maja Hallberg');
    expect(document.footer.match(/\{page\}/g)).toHaveLength(1);
  });
});
