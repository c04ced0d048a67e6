/** Runs the jobs of jobs.ts one after another, again and again, until stopped. Knows nothing of what they do. */
import type { Timer } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';

/**
 * One kind of work. `step` does one piece and answers true when it found something to do: it is then called again at once. `everyMs` is the
 * rest after it found nothing. A step that throws is logged, and tried again after the rest: due marks make that safe.
 */
export type Job = { name: string; everyMs: number; step(): Promise<boolean>; /** Not woken before its rest is over. */ patient?: true };

export type Worker = { /** Looks for work now instead of at the end of the rest. */ wake(): void; stop(): Promise<void> };

/** Starts all jobs side by side; `stop` waits for the pieces under way. */
export function startWorker(jobs: Job[], log: Log, clock: Timer): Worker {
  let stopping = false;
  let wakes = 0;
  const wakers = new Set<AbortController>();
  const resting = new Set<AbortController>();
  const rest = async (ms: number, patient: boolean): Promise<void> => {
    const ender = new AbortController();
    if (!patient) wakers.add(ender);
    resting.add(ender);
    await clock.wait(ms, ender.signal);
    wakers.delete(ender);
    resting.delete(ender);
  };
  const run = async (job: Job): Promise<void> => {
    while (!stopping) {
      let found = false;
      const before = wakes;
      try {
        found = await job.step();
      } catch (error) {
        log.error({ job: job.name, err: error }, 'a job failed and is tried again');
      }
      // Woken while it was looking: it may have looked too early, and looks once more.
      const isMissed = wakes !== before && job.patient !== true;
      if (!found && !stopping && !isMissed) await rest(job.everyMs, job.patient === true);
    }
  };
  const wake = (): void => {
    wakes += 1;
    [...wakers].forEach((ender) => ender.abort());
  };
  const all = jobs.map(run);
  return {
    wake,
    async stop() {
      stopping = true;
      [...resting].forEach((ender) => ender.abort());
      await Promise.all(all);
    },
  };
}

/** How long to wait before attempt n + 1, in milliseconds: doubles from one second to half a minute, or as long as the service asks for. */
export function backOffMs(attempts: number, retryAfterSeconds?: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempts - 1));
}
