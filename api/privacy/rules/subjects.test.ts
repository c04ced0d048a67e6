import { expect, it } from 'vitest';
import { kept } from './kept.ts';
import { endingsOf, subjectNames, subjectOf } from './subjects.ts';

it('Everything that is kept of people belongs to a subject that people know, and no subject is empty', () => {
  const ofPeople = Object.entries(kept).filter(([, { goesWith, words }]) => goesWith !== 'nobody' || words.length > 0);
  expect(Object.keys(subjectOf).sort()).toEqual(ofPeople.map(([name]) => name).sort());
  expect([...new Set(Object.values(subjectOf))].sort()).toEqual([...subjectNames].sort());
});

it('What ends a subject is told once, and that nothing does it yet is told as well', () => {
  expect(endingsOf('private-notes')).toEqual([
    { when: 'year-unchanged', bySelf: true },
    { when: 'handed-over', bySelf: true },
    { when: 'person-left', bySelf: true },
    { when: 'employee-left', bySelf: true },
  ]);
  expect(endingsOf('shared-notes')).toEqual([
    { when: 'next-signed', bySelf: true },
    { when: 'two-years-held', bySelf: true },
    { when: 'employee-left', bySelf: true },
  ]);
  // What Samtal does not do by itself yet.
  const notYet = subjectNames.flatMap((name) => endingsOf(name).flatMap(({ when, bySelf }) => (bySelf ? [] : [`${name}: ${when}`])));
  expect(notYet).toEqual(['reminders: two-years', 'cycles: two-years']);
});
