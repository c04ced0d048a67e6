/** Runs the jobs of jobs.ts one after another, again and again, until stopped. Knows nothing of what they do. */
import type { Timer } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { JobName } from './job-names.ts';

/**
 * One kind of work. `step` does one piece and answers true when it found something to do: it is then called again at once. `everyMs` is the
 * rest after it found nothing. A step that throws is logged, and tried again after the rest: due marks make that safe.
 */
export type Job = { name: JobName; everyMs: number; step(): Promise<boolean>; /** Not woken before its rest is over. */ patient?: true };

export type Worker = {
  /** These look for work now instead of at the end of their rest; all of them when none is named. */
  wake(...jobs: JobName[]): void;
  stop(): Promise<void>;
};

/** Starts all jobs side by side; `stop` waits for the pieces under way. */
export function startWorker(jobs: Job[], log: Log, clock: Timer): Worker {
  let stopping = false;
  const resting = new Map<AbortController, Job>();
  /** Woken since they began to look. */
  const woken = new Set<Job>();
  const rest = async (job: Job): Promise<void> => {
    const ender = new AbortController();
    resting.set(ender, job);
    await clock.wait(job.everyMs, ender.signal);
    resting.delete(ender);
  };
  const run = async (job: Job): Promise<void> => {
    while (!stopping) {
      let found = false;
      woken.delete(job);
      try {
        found = await job.step();
      } catch (error) {
        log.error({ job: job.name, err: error }, 'a job failed and is tried again');
      }
      // Woken while it was looking: it may have looked too early, and looks once more.
      if (!found && !stopping && !woken.has(job)) await rest(job);
    }
  };
  const wake = (...names: JobName[]): void => {
    const called = new Set(jobs.filter(({ name, patient }) => !patient && (names.length === 0 || names.includes(name))));
    called.forEach((job) => woken.add(job));
    [...resting].forEach(([ender, job]) => called.has(job) && ender.abort());
  };
  const all = jobs.map(run);
  return {
    wake,
    async stop() {
      stopping = true;
      [...resting.keys()].forEach((ender) => ender.abort());
      await Promise.all(all);
    },
  };
}

/** How long to wait before attempt n + 1, in milliseconds: doubles from one second to half a minute, or as long as the service asks for. */
export function backOffMs(attempts: number, retryAfterSeconds?: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempts - 1));
}
