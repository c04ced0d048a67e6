import { describe, expect, it } from 'vitest';
import { noticesOf } from './notices.ts';

const pair = (said: string) => ({ employeeId: said.split('>')[0] ?? '', managerId: said.split('>')[1] ?? '' });
const line = ['maja>vera', 'erik>maja', 'elin>maja', 'kim>lo', 'lo>kim'].map(pair);

describe('what is odd and stops nothing', () => {
  it('is nothing where all is well', () => {
    const chosen = ['vera', 'maja', 'erik', 'elin'];
    expect(noticesOf({ chosen, pairs: line.slice(0, 3), line, otherCycles: [{ name: 'Spring', employees: new Set(['nils']) }] })).toEqual(
      [],
    );
  });

  it('is a circle somebody of the cycle is in, a second cycle, and who leads people but holds no talk', () => {
    const notices = noticesOf({
      chosen: ['maja', 'lo'],
      pairs: [pair('maja>vera'), pair('lo>kim')],
      line,
      otherCycles: [{ name: 'Spring', employees: new Set(['maja', 'erik']) }],
    });
    expect(notices).toEqual([
      { kind: 'circular-line', personIds: ['kim', 'lo'], cycleName: null },
      { kind: 'two-cycles', personIds: ['maja'], cycleName: 'Spring' },
      { kind: 'holds-no-talk', personIds: ['maja', 'lo'], cycleName: null },
    ]);
  });
});
