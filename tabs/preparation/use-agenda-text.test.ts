/** An agenda as one text: nothing lost on the way, half a point not sent, and a newer one recognised. */
import { describe, expect, it } from 'vitest';
import { Refused } from '#tabs/platform/call/refused.ts';
import { agendaOf, minutesOf, minutesToChoose, readyOf, textOf, withText } from './use-agenda-text.ts';

const point = (pointId: string, text: string, minutes = 5) => ({ pointId, text, minutes });
const agenda = { minutes: { now: 5, ahead: 30 }, points: [point('b', 'Second'), point('a', 'First')] };
const stale = (current: unknown) => new Refused({ type: 'urn:samtal:stale', title: 'stale', status: 412, reason: 'stale', current });

describe('an agenda', () => {
  it('is one text, whatever order its parts came in; points keep theirs', () => {
    expect(textOf({ ...agenda, minutes: { ahead: 30, now: 5 } })).toBe(textOf(agenda));
    expect(agendaOf(textOf(agenda))).toEqual(agenda);
    expect(textOf({ ...agenda, points: agenda.points.toReversed() })).not.toBe(textOf(agenda));
  });

  it('is sent without points that have no words yet, and takes no time for them', () => {
    const half = { ...agenda, points: [...agenda.points, point('c', ' \n', 45)] };
    expect(readyOf(half)).toEqual(agenda);
    expect(
      minutesOf(
        [
          { id: 'now', minutes: 15 },
          { id: 'support', minutes: 10 },
        ],
        half,
      ),
    ).toBe(25);
  });

  it('offers the minutes that are set, though nobody would choose them', () => {
    expect(minutesToChoose(10)).toEqual([0, 5, 10, 15, 20, 25, 30, 45, 60, 90]);
    expect(minutesToChoose(12)).toContain(12);
  });

  it('of somebody else becomes the text that stands for it; what is no agenda stays a refusal', () => {
    expect(withText(stale({ ...agenda, version: 3 })).problem.current).toEqual({ text: textOf(agenda), version: 3 });
    for (const current of [null, 'x', { version: 3 }, { minutes: {}, points: {}, version: 1 }])
      expect(withText(stale(current)).problem.current).toBe(current);
  });
});
