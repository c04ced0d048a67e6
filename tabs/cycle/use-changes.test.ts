import { describe, expect, it } from 'vitest';
import type { Relax } from '#api/cycle/outcome/contract.ts';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import { changeOf, withoutPeople } from './use-changes.ts';
import { defaultSettings } from './use-settings.ts';

const settings = defaultSettings('2026-11-24', { templateId: 't', lengthMinutes: 60, releaseRule: 'both-released' }, 'Talks');
const manager = { id: 'vera', name: 'Vera', jobTitle: '', department: '' };

describe('a proposed change', () => {
  const table: [Relax, ReturnType<typeof changeOf>][] = [
    [{ kind: 'longer-window', windowTo: '2027-01-29' }, { windowTo: '2027-01-29' }],
    [{ kind: 'shorter-talk', lengthMinutes: 45 }, { lengthMinutes: 45 }],
    [{ kind: 'more-per-day', maxPerDay: 4 }, { maxPerDay: 4 }],
    [{ kind: 'without-buffer' }, { bufferMinutes: 0 }],
    [{ kind: 'without-extra' }, { rules: { ...usualRules, partnerId: null } }],
    [{ kind: 'other-person', manager }, { rules: { ...usualRules, heldBy: [{ employeeId: 'erik', managerId: 'vera' }] } }],
    [
      { kind: 'second-window', from: '2027-02-01', to: '2027-02-12' },
      { rules: { ...usualRules, secondWindow: { from: '2027-02-01', to: '2027-02-12', people: ['erik'] } } },
    ],
    [{ kind: 'without-room' }, null],
  ];
  it.each(table)('%j', (change, part) => expect(changeOf(change, settings, ['erik'])).toEqual(part));

  it('takes the place of an earlier one for the same person, and leaves others alone', () => {
    const heldBy = [
      { employeeId: 'erik', managerId: 'maja' },
      { employeeId: 'elin', managerId: 'maja' },
    ];
    const changed = changeOf({ kind: 'other-person', manager }, { ...settings, rules: { ...usualRules, heldBy } }, ['erik']);
    expect(changed?.rules?.heldBy).toEqual([heldBy[1], { employeeId: 'erik', managerId: 'vera' }]);
  });

  it('puts further people into the second window, each once, and leaves those who are in it there', () => {
    const secondWindow = { from: '2027-02-01', to: '2027-02-12', people: ['elin', 'erik'] };
    const longer = { kind: 'second-window', from: '2027-02-01', to: '2027-02-19' } as const;
    const changed = changeOf(longer, { ...settings, rules: { ...usualRules, secondWindow } }, ['erik', 'emil']);
    expect(changed?.rules?.secondWindow).toEqual({ from: longer.from, to: longer.to, people: ['elin', 'erik', 'emil'] });
  });

  it('leaves each person out once', () => {
    const once = { ...settings, ...withoutPeople(settings, ['erik', 'elin']) };
    expect(withoutPeople(once, ['elin']).rules?.leftOut).toEqual(['erik', 'elin']);
  });
});
