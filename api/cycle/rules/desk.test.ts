import { describe, expect, it } from 'vitest';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { deskOf, fits, layDesk, lift, put } from './desk.ts';

const laid = (said: SaidProblem) => layDesk(givenProblem(said).instance);
const only = (said: SaidProblem) => {
  const desk = laid(said);
  const [job] = desk.jobs;
  if (!job) throw new Error('There is no talk');
  return { desk, job };
};

describe('the table of talks', () => {
  it('knows when all of a talk are free: at work, not busy, the manager with time around it, no day off', () => {
    const busy = { maja: ['0 10:00-11:00'], erik: ['0 13:00-17:00'] };
    const { job } = only({ pairs: ['erik>maja'], days: 2, busy, bufferMinutes: 30, rules: { daysOff: [{ day: '2027-02-02', name: '' }] } });
    // 08:00 to 09:30 before Maja's meeting with half an hour between, 11:30 to 13:00 after it.
    expect([...job.starts].sort((a, b) => a - b)).toEqual([32, 33, 34, 46, 47, 48]);
  });

  it('sorts starts by what they cost, and takes the earlier of two that cost the same', () => {
    const { job } = only({ pairs: ['erik>maja'], days: 2 });
    expect(job.starts.slice(0, 2)).toEqual([36, 38]);
    expect(job.costs).toEqual([...job.costs].sort((a, b) => a - b));
  });

  it('asks the partner too', () => {
    const said = { pairs: ['erik>maja'], days: 1, busy: { hedda: ['0 08:00-16:00'] } };
    expect(only({ ...said, rules: { partnerId: 'hedda' } }).job.starts).toEqual([64]);
    expect(only({ ...said, rules: { partnerId: 'hedda' }, busy: { hedda: ['0 08:00-17:00'] } }).job.starts).toEqual([]);
  });

  it('keeps time between talks and the most per day, and forgets what is taken off it', () => {
    const desk = laid({ pairs: ['erik>maja', 'elin>maja'], days: 2, bufferMinutes: 15, maxPerDay: 1 });
    const [first, second] = desk.jobs;
    if (!first || !second) throw new Error('Two talks are needed');
    put(desk, first, 40);
    expect(fits(desk, second.talk, 60)).toBe(false);
    const maja = desk.people.get('maja');
    if (maja) maja.maxPerDay = 2;
    expect([44, 45, 35, 36].map((slot) => fits(desk, second.talk, slot))).toEqual([false, true, true, false]);
    expect(lift(desk, first)).toBe(40);
    expect(fits(desk, second.talk, 40)).toBe(true);
  });

  it('holds fast what is booked and locked, and shows a plan as it is', () => {
    const { instance, judged } = givenProblem({ pairs: ['erik>maja'] });
    const booked = { start: 50, room: null, locked: true };
    const held = layDesk({ ...instance, talks: instance.talks.map((talk) => ({ ...talk, booked })) });
    expect(held.jobs[0]?.slot).toBe(50);
    expect(deskOf(instance, { talks: [{ id: 'erik', start: 44 }] }, judged.windowSlots).people.get('erik')?.taken).toEqual([
      { start: 44, end: 48 },
    ]);
  });
});
