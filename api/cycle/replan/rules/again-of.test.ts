/** Each talk judged where it is, and the problem that is left for the planner. */
import { describe, expect, it } from 'vitest';
import { againInput, februaryAt, februarySettings, openTalk } from '#test/given/replan.ts';
import { againOf, spanToPlan } from './again-of.ts';

const week = { personId: 'erik', from: '2027-02-08', to: '2027-02-12' };

describe('Planning again begins with', () => {
  it('talks that can stay, held where they are', () => {
    const { standing, whys, instance } = againOf(againInput({ open: [openTalk('erik', '10 09:00'), openTalk('elin', null)] }));
    expect(whys.size).toBe(0);
    expect(standing).toEqual([
      { id: 'erik', slot: 7 * 96 + 36, dur: 4, mayMove: true },
      { id: 'elin', slot: null, dur: 4, mayMove: false },
    ]);
    expect(instance.start).toBe(februaryAt('3 00:00').start.toISOString());
  });

  it('time that somebody is away, as taken', () => {
    const { instance } = againOf(againInput({ open: [openTalk('erik', null)], wish: { away: [week] } }));
    expect(instance.people.find(({ id }) => id === 'erik')?.busy).toEqual([5 * 96, 10 * 96]);
  });

  it('talks that HR leaves, and those of their people, held fast', () => {
    const open = [openTalk('erik', '10 09:00'), openTalk('elin', '17 18:10', { isMovedByThem: true })];
    const { whys, kept, standing } = againOf(againInput({ open, wish: { away: [week], stay: ['erik'] } }));
    expect([whys.size, kept.get('erik')?.kind]).toEqual([0, 'away']);
    expect(standing.map(({ mayMove }) => mayMove)).toEqual([false, false]);
    // Ten past is kept free from the quarter before to the quarter after.
    expect(standing[1]).toMatchObject({ slot: 14 * 96 + 72, dur: 5 });
  });

  it('people without a calendar: said of those who need a time, of nobody else', () => {
    const open = [openTalk('erik', '10 09:00'), openTalk('elin', null)];
    const { alone, standing } = againOf(againInput({ open, busy: { erik: null, elin: null } }));
    expect(alone).toEqual([{ employeeId: 'elin', managerId: 'maja', reason: 'employee-has-no-calendar' }]);
    expect(standing).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['erik', 'the employee', 'employee-has-no-mailbox'],
    ['maja', 'the manager', 'manager-has-no-mailbox'],
  ])('%s, %s, without a mailbox: named, and nobody else waits for it', (who, _what, reason) => {
    const open = [openTalk('erik', null), openTalk('elin', null, { managerId: 'vera' })];
    const { people } = againInput({ open });
    people.set(who, { ...people.get(who)!, hasMailbox: false });
    const { alone, standing } = againOf(againInput({ open, people }));
    expect(alone).toEqual([{ employeeId: 'erik', managerId: 'maja', reason }]);
    expect(standing.map(({ id }) => id)).toEqual(['elin']);
  });

  it('nothing at all when the window ends before a new time could begin', () => {
    const { start, end } = spanToPlan(againInput({ settings: { ...februarySettings, windowTo: '2027-02-02' } }));
    expect(start < end).toBe(false);
  });
});
