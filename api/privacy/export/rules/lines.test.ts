import { expect, it } from 'vitest';
import { agreementOf, entryOf, goalOf, topicOf } from './lines.ts';

const terms = { text: 'Två veckor', ownerId: 'id-1', ownerName: 'Erik Storm', due: '2027-06-30' };
const line = { text: 'Två veckor', owner: 'Erik Storm', due: '2027-06-30' };

it('An agreement has no status before it is followed, and every step afterwards', () => {
  expect(agreementOf(terms)).toEqual({ ...line, status: null, changed: false, steps: [] });
  const step = { status: 'under-way' as const, note: 'Bokat', byMe: true, name: 'Maja', at: '2027-03-01T10:00:00.000Z' };
  expect(agreementOf({ ...terms, status: 'under-way', amended: true, steps: [step] })).toEqual({
    ...{ ...line, status: 'under-way', changed: true },
    steps: [{ at: step.at, by: 'Maja', status: 'under-way', note: 'Bokat' }],
  });
});

it('An entry of the record says what was changed from what to what', () => {
  const change = { agreementId: 'a', from: terms, to: { ...terms, due: null } };
  const entry = { entryId: 'e', side: 'employee' as const, byMe: true, about: null, contentHash: '', previous: '', hash: '' };
  expect(entryOf({ ...entry, kind: 'proposed', name: 'Erik', at: '2027-03-01T10:00:00.000Z', text: null, change })).toEqual({
    ...{ kind: 'proposed', by: 'Erik', at: '2027-03-01T10:00:00.000Z', text: null },
    change: { before: line, after: { ...line, due: null } },
  });
});

it('A goal and a topic carry whose they are, and names instead of ids', () => {
  const goal = {
    ...{ goalId: 'g', what: 'Leda', why: null, due: null, state: 'going-on' as const, version: 1, visibility: 'team' as const },
    ...{ proposal: null, authorName: 'Erik', madeAt: '2027-03-01T10:00:00.000Z', sharedWith: { id: 'm', name: 'Maja' }, steps: [] },
    may: { write: true, follow: true, answer: false },
  };
  expect(goalOf('Erik Storm', goal)).toMatchObject({ employee: 'Erik Storm', sharedWith: 'Maja', madeBy: 'Erik' });
  expect(JSON.stringify(goalOf('Erik Storm', goal))).not.toContain('"g"');
  const topic = { topicId: 't', version: 1, employeeId: 'e', by: 'employee' as const, mine: true, authorName: 'Erik', talkId: null };
  const times = { madeAt: '2027-03-01T10:00:00.000Z', sharedAt: null, takenUpAt: null };
  expect(topicOf('Erik Storm', { ...topic, ...times, text: 'Skeppet' })).toEqual({
    employee: 'Erik Storm',
    by: 'Erik',
    text: 'Skeppet',
    ...times,
  });
});
