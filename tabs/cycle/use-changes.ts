/** What a proposed change does to the settings: one press of a button. Pure. */
import type { CycleSettings } from '#api/cycle/contract.ts';
import type { Relax } from '#api/cycle/outcome/contract.ts';
import { rulesIn } from './use-settings.ts';

/**
 * The settings that change.
 * @param employeeIds whose talks somebody else would hold, or that would lie in a second window or be without a room; a change of a rule concerns the whole cycle
 * @returns null when no setting does it
 */
export function changeOf(change: Relax, settings: CycleSettings, employeeIds: string[]): Partial<CycleSettings> | null {
  const rules = rulesIn(settings);
  switch (change.kind) {
    case 'longer-window':
      return { windowTo: change.windowTo };
    case 'shorter-talk':
      return { lengthMinutes: change.lengthMinutes };
    case 'more-per-day':
      return { maxPerDay: change.maxPerDay };
    case 'without-buffer':
      return { bufferMinutes: 0 };
    case 'without-extra':
      return { rules: { ...rules, partnerId: null } };
    case 'second-window': {
      const { from, to } = change;
      const people = [...new Set([...(rules.secondWindow?.people ?? []), ...employeeIds])];
      return { rules: { ...rules, secondWindow: { from, to, people } } };
    }
    case 'other-person': {
      const others = rules.heldBy.filter(({ employeeId }) => !employeeIds.includes(employeeId));
      return {
        rules: { ...rules, heldBy: [...others, ...employeeIds.map((employeeId) => ({ employeeId, managerId: change.manager.id }))] },
      };
    }
    case 'without-room': {
      const { rooms } = rules;
      return rooms ? { rules: { ...rules, rooms: { ...rooms, without: [...new Set([...rooms.without, ...employeeIds])] } } } : null;
    }
  }
}

/** The settings without these people: they can have a round of their own later. */
export function withoutPeople(settings: CycleSettings, employeeIds: string[]): Partial<CycleSettings> {
  const rules = rulesIn(settings);
  return { rules: { ...rules, leftOut: [...new Set([...rules.leftOut, ...employeeIds])] } };
}
