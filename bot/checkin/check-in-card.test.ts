/** What the card of a check-in says to whoever can answer it no more, or not yet. The taps are told in test/stories/check-in.test.ts. */
import { expect, it } from 'vitest';
import { checkInCard, type CheckInFacts } from './check-in-card.ts';
import { en } from './texts/en.ts';

const reader = { language: 'en', timeZone: 'Europe/Stockholm', teamsAppId: 'app' } as Parameters<typeof checkInCard>[1];
const person = (id: string, name: string) => ({ id, name, jobTitle: '', department: '' });
const talk = { talkId: 't1', me: 'employee', employee: person('erik', 'Erik Storm'), manager: person('maja', 'Maja Hallberg') } as const;
const mine = { mine: true, name: 'Erik Storm', how: 'partly', need: 'word' } as const;
const said = [en.saidHow('partly there'), en.saidNeed('Maja Hallberg', en.need.word)];
const [day, next] = ['2027-03-01', '2027-03-29'];

it.each<[string, Partial<CheckInFacts['checkIns']>, string[]]>([
  [
    'with a new manager, of what was said: no next one',
    { open: { day, answers: [mine] }, next, closed: 'handed-over' },
    [...said, en.closed],
  ],
  ['with a new manager, before its day: no next one', { open: null, next, closed: 'handed-over' }, [en.closed]],
  ['not signed', { open: { day, answers: [] }, next: day, closed: 'not-signed' }, [en.notSigned]],
  ['said, the next one is to come', { open: { day, answers: [mine] }, next, closed: null }, [...said, en.next('Monday 29 March')]],
  ['said, and there is no next one', { open: { day, answers: [mine] }, next: null, closed: null }, [...said, en.noNext]],
  ['to come', { open: null, next, closed: null }, [en.next('Monday 29 March')]],
])('%s', (_what, checkIns, lines) => {
  const card = checkInCard({ talk, checkIns: { version: 1, next: null, closed: null, open: null, ...checkIns } }, reader);
  expect(card.lines.slice(1).map(({ text }) => text)).toEqual(lines);
  if (checkIns.closed) expect(card.actions).toEqual([]);
});
