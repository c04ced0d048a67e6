/** When jobs look for work: at once while there is some, after their rest, when they are woken, and once more when they were woken while looking. */
import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import type { Timer } from '../clock/clock.ts';
import { startWorker, type Job, type Worker } from './worker.ts';

/** Rests until it is woken or stopped. */
const endless = {
  now: () => new Date(0),
  wait: (_: number, signal?: AbortSignal) => new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
} as Timer;

let worker: Worker;
afterEach(() => worker.stop());

/** A job whose steps end when the test says so. */
function held(more: Partial<Job> = {}): { job: Job; looks: () => number; end(found: boolean): Promise<void> } {
  const waiting: ((found: boolean) => void)[] = [];
  let looks = 0;
  const job: Job = { name: 'book-talks', everyMs: 1, step: () => new Promise((resolve) => (looks += 1) && waiting.push(resolve)), ...more };
  return {
    job,
    looks: () => looks,
    async end(found) {
      await vi.waitFor(() => expect(waiting).not.toEqual([]));
      waiting.shift()?.(found);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('looks again at once while there is work, rests when there is none, and looks when it is woken', async () => {
  const { job, looks, end } = held();
  worker = startWorker([job], pino({ level: 'silent' }), endless);
  await end(true);
  expect(looks()).toBe(2);
  await end(false);
  expect(looks()).toBe(2);
  worker.wake();
  await end(false);
  expect(looks()).toBe(3);
});

it('looks once more when it was woken while it was looking, since what it looked for may have come after', async () => {
  const { job, looks, end } = held();
  worker = startWorker([job], pino({ level: 'silent' }), endless);
  worker.wake();
  await end(false);
  expect(looks()).toBe(2);
  await end(false);
  expect(looks()).toBe(2);
});

it('leaves a patient job to its rest', async () => {
  const { job, looks, end } = held({ patient: true });
  worker = startWorker([job], pino({ level: 'silent' }), endless);
  worker.wake();
  await end(false);
  worker.wake();
  expect(looks()).toBe(1);
});

it('wakes those that are named, and leaves the others to their rest; woken while it was looking, a named one looks once more', async () => {
  const [named, other] = [held({ name: 'move-talks' }), held()];
  worker = startWorker([named.job, other.job], pino({ level: 'silent' }), endless);
  worker.wake('move-talks');
  for (const one of [named, other, named]) await one.end(false);
  worker.wake('move-talks');
  await named.end(false);
  expect([named.looks(), other.looks()]).toEqual([3, 1]);
});
