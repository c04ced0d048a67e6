/** The server's time wins over a computer's wrong clock, and the network's delay does not make it flicker. */
import { describe, expect, it } from 'vitest';
import { followTime, learnTime, timeAt } from './clock.ts';

const local = Date.parse('2026-11-24T15:00:00Z');

describe('the time on screen', () => {
  it('follows the server when the difference matters, and says so once', () => {
    let told = 0;
    const stop = followTime(() => (told += 1));
    learnTime('Tue, 24 Nov 2026 15:00:20 GMT', local);
    expect([timeAt(local).toISOString(), told]).toEqual(['2026-11-24T15:00:00.000Z', 0]);
    learnTime('Thu, 03 Dec 2026 09:00:00 GMT', local);
    learnTime('Thu, 03 Dec 2026 09:00:01 GMT', local);
    expect([timeAt(local).toISOString(), told]).toEqual(['2026-12-03T09:00:00.000Z', 1]);
    learnTime('Tue, 24 Nov 2026 15:00:00 GMT', local);
    expect([timeAt(local).toISOString(), told]).toEqual(['2026-11-24T15:00:00.000Z', 2]);
    stop();
  });

  it('ignores an answer without a time', () => {
    learnTime(null, local);
    learnTime('soon', local);
    expect(timeAt(local).getTime()).toBe(local);
  });
});
