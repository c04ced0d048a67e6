/** What speaks against each talk, all of them together. */
import { describe, expect, it } from 'vitest';
import { againInput, februaryAt, februarySettings, openTalk } from '#test/given/replan.ts';
import { usualRules } from '../../rules/usual-rules.ts';
import { judgeOpen, judgeSoon } from './judge.ts';

const week = { personId: 'erik', from: '2027-02-08', to: '2027-02-12' };

describe('Judging talks finds', () => {
  it('what speaks against each, in the zone of whoever is away', () => {
    const open = [openTalk('erik', '10 09:00'), openTalk('elin', '12 09:00'), openTalk('emil', '25 09:00'), openTalk('aino', '11 09:00')];
    const settings = {
      ...februarySettings,
      windowTo: '2027-02-19',
      rules: { ...usualRules, daysOff: [{ day: '2027-02-12', name: 'Inventory' }] },
    };
    const { whys } = judgeOpen(againInput({ open, settings, wish: { away: [week] }, busy: { aino: [februaryAt('11 09:30')] } }));
    expect(Object.fromEntries(whys)).toEqual({
      erik: { kind: 'away', ...week },
      elin: { kind: 'day-off', day: '2027-02-12', name: 'Inventory' },
      emil: { kind: 'window' },
      aino: { kind: 'calendars' },
    });
  });

  it('the later of two talks at one time, which must go', () => {
    const { whys } = judgeOpen(againInput({ open: [openTalk('elin', '10 09:30'), openTalk('erik', '10 09:00')] }));
    expect([...whys.keys()]).toEqual(['elin']);
  });

  it('talks that are too near, with what HR has said against them', () => {
    const away = [{ ...week, from: '2027-02-02', to: '2027-02-02' }];
    const soon = [openTalk('erik', '2 09:00'), openTalk('elin', '2 11:00')];
    expect([...judgeSoon(againInput({ open: [], soon, wish: { away } })).keys()]).toEqual(['erik']);
  });
});
