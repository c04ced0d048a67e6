/** What a new plan changes, in the words HR is shown. */
import { expect, it } from 'vitest';
import type { PersonRef } from '#api/people/contract.ts';
import type { OpenTalk } from '#api/talk/replan/contract.ts';
import { againInput, februaryAt, februarySettings, openTalk } from '#test/given/replan.ts';
import { planInstance } from '../../rules/planner/plan-instance.ts';
import { describeProposal } from '../describe-proposal.ts';
import { recordOf, stepsOf } from '../record-steps.ts';
import type { ReplanRecord } from '../store.ts';
import { againOf } from './again-of.ts';
import { differenceOf, type Difference } from './difference.ts';
import { changesIn, leftOut } from './leave-out.ts';
import { planAgain } from './plan-again.ts';
import type { Sorted } from './sort-talks.ts';

async function difference(said: Parameters<typeof againInput>[0], others: Partial<Sorted> = {}): Promise<Difference> {
  const input = againInput(said);
  const again = againOf(input);
  const planned = await planAgain(
    again.instance,
    again.standing,
    again.judged,
    (instance) => planInstance(instance, { seed: 1, effort: 'quick', withoutReasons: true }).result,
  );
  return differenceOf(again, planned, {
    open: input.open,
    soon: input.soon,
    leavers: [],
    otherManager: [],
    begun: [],
    alone: [],
    ...others,
  });
}
const away = [{ personId: 'erik', from: '2027-02-08', to: '2027-02-12' }];
/** Erik can come on the third at eight only, where Elin is; she could come at nine as well. */
const makesRoom = {
  open: [openTalk('erik', '4 09:00'), openTalk('elin', '3 08:00')],
  settings: { ...februarySettings, windowTo: '2027-02-03' },
  busy: { erik: [februaryAt('3 09:00', 8)], maja: [februaryAt('3 10:00', 7)] },
};
const ids = (list: { talk: OpenTalk }[]): string[] => list.map(({ talk }) => talk.employeeId);

it('names those that move with the reason, those that get a time, and nobody else', async () => {
  const open = [openTalk('erik', '10 09:00'), openTalk('elin', '11 09:00'), openTalk('emil', null)];
  const { moves, given, unplaced, stays } = await difference({ open, wish: { away } });
  expect(moves).toMatchObject([{ talk: { employeeId: 'erik', time: februaryAt('10 09:00') }, why: { kind: 'away', personId: 'erik' } }]);
  expect(moves[0] && moves[0].to.end.getTime() - moves[0].to.start.getTime()).toBe(3_600_000);
  expect([ids(given), unplaced, stays]).toEqual([['emil'], [], []]);
});

it('says of a talk without a new time why there is none, and what would help', async () => {
  const settings = { ...februarySettings, windowTo: '2027-02-12' };
  const { moves, unplaced } = await difference({
    open: [openTalk('erik', '10 09:00')],
    settings,
    before: settings,
    wish: { away: [{ ...away[0]!, from: '2027-02-03' }] },
  });
  expect(moves).toEqual([]);
  expect(unplaced).toMatchObject([
    {
      talk: { employeeId: 'erik' },
      reason: 'employee-away',
      why: { kind: 'away' },
      relax: { kind: 'longer-window', windowTo: '2027-02-15' },
    },
  ]);
});

it('hands over at the time where it suits the new manager, else at another, and counts none of it among the moves', async () => {
  const given = { managerId: 'vera', handOverFrom: 'maja' };
  const open = [openTalk('erik', '10 09:00', given), openTalk('elin', '11 09:00', given), openTalk('emil', '12 09:00')];
  const { handOvers, moves, given: gets, unplaced } = await difference({ open, busy: { vera: [februaryAt('11 09:00')] } });
  expect([moves, gets, unplaced]).toEqual([[], [], []]);
  expect(handOvers.map(({ talk, to }) => [talk.employeeId, to?.start.getTime() === talk.time?.start.getTime()])).toEqual([
    ['erik', true],
    ['elin', false],
  ]);
  const late = await difference({
    open: [openTalk('erik', '10 09:00', given)],
    wish: { away: [{ personId: 'vera', from: '2027-02-01', to: '2027-02-26' }] },
  });
  expect([late.handOvers.map(({ to }) => to), ids(late.unplaced)]).toEqual([[null], ['erik']]);
});

it('lists what HR leaves, what is too near, who has left and whose manager is another', async () => {
  const soon = [openTalk('aino', '2 09:00')];
  const leavers = [openTalk('gone', '10 12:00')];
  const alone = [{ talk: openTalk('otto', '10 13:00', { managerId: 'quit' }), reason: 'manager-left' as const }];
  const otherManager = [{ talk: openTalk('hedda', '10 14:00'), newManagerId: 'vera' }];
  const both = [...away, { personId: 'aino', from: '2027-02-02', to: '2027-02-02' }];
  const found = await difference(
    { open: [openTalk('erik', '10 09:00')], soon, wish: { away: both, stay: ['erik'] } },
    { leavers, alone, otherManager },
  );
  expect(found.stays.map(({ talk, because }) => [talk.employeeId, because])).toEqual([
    ['aino', 'soon'],
    ['erik', 'chosen'],
  ]);
  const calm = await difference({ open: [openTalk('elin', '11 09:00')], wish: { stay: ['elin'] } });
  expect(calm.stays).toMatchObject([{ talk: { employeeId: 'elin' }, because: 'chosen', why: null }]);
  expect(found).toMatchObject({ moves: [], given: [], leavers, otherManager, unplaced: [{ reason: 'manager-left', why: null }] });
});

it('says which talk has to leave before another may go there, and what stays when HR leaves that one out; as the server does it', async () => {
  const found = await difference(makesRoom);
  expect(found.moves.map(({ talk, why }) => [talk.employeeId, why.kind])).toEqual([
    ['erik', 'window'],
    ['elin', 'makes-room'],
  ]);
  expect(Object.fromEntries(found.after)).toEqual({ erik: ['elin'], elin: [] });
  const shown = describeProposal(
    { replanId: 'r', version: 1, talks: 2, notices: [] },
    found,
    (id) => ({ id, name: id }) as PersonRef,
    (id) => id === 'vera',
  );
  expect([...leftOut(changesIn(shown), ['elin'])]).toEqual([
    ['elin', null],
    ['erik', 'elin'],
  ]);
  const steps = { steps: recordOf(found) } as ReplanRecord;
  const done = (...talks: string[]) => stepsOf(steps, { leftOut: talks }).kept.map(({ talkId }) => talkId);
  expect([done(), done('t-erik'), done('t-elin')]).toEqual([['t-erik', 't-elin'], ['t-elin'], []]);
  expect([...stepsOf(steps, { leftOut: ['t-elin'] }).because]).toEqual([
    ['t-elin', null],
    ['t-erik', 't-elin'],
  ]);
});
