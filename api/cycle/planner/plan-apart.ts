/**
 * Plans in a thread of its own, so that the API answers others meanwhile. One thread is kept; plans wait for one another in it. This file is also what
 * the thread runs: in development as it stands, in production as part of the one built file.
 */
import { isMainThread, parentPort, workerData, type Worker } from 'node:worker_threads';
import { startThread } from '#api/platform/thread/thread.ts';
import { planInstance, type EffortLevel, type Planned } from '../rules/planner/plan-instance.ts';
import { prove, type Placed, type Proof } from '../rules/planner/prove.ts';
import type { Instance } from './contract.ts';

export type ApartOptions = {
  effort: EffortLevel;
  seed?: number;
  /** Ends the search with the best plan so far; the plan is valid whenever it ends. */
  timeLimitMs?: number;
  /** Told now and then how many talks have a time so far. */
  onProgress?: (placed: number) => void;
};

type Task =
  { verb: 'plan'; instance: Instance; seed: number; effort: EffortLevel } | { verb: 'prove'; instance: Instance; planned: Placed[] };
type Asked = { id: number; task: Task; stop: Int32Array };
type Answered = { id: number } & ({ placed: number } | { done: Planned | Proof } | { failed: string });
type Waiting = { onProgress: ((placed: number) => void) | undefined; resolve: (done: never) => void; reject: (error: Error) => void };

/** Says to this file that it runs as the planner's thread. */
const mark = 'samtal-planner';

let thread: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** The plan of `planInstance`, made apart and without reasons: rules/reasons.ts finds those for people. Fails when the thread cannot go on; the next plan gets a new one. */
export const planApart = (instance: Instance, { effort, seed = 1, timeLimitMs, onProgress }: ApartOptions): Promise<Planned> =>
  ask({ verb: 'plan', instance, seed, effort }, timeLimitMs, onProgress);

/** What `prove` finds out about a plan, apart. */
export const proveApart = (instance: Instance, planned: Placed[], { timeLimitMs }: { timeLimitMs: number }): Promise<Proof> =>
  ask({ verb: 'prove', instance, planned }, timeLimitMs);

function ask<Done extends Planned | Proof>(task: Task, timeLimitMs?: number, onProgress?: (placed: number) => void): Promise<Done> {
  const id = (lastId += 1);
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const timer = timeLimitMs === undefined ? null : setTimeout(() => Atomics.store(stop, 0, 1), timeLimitMs);
  const done = new Promise<Done>((resolve, reject) => waiting.set(id, { onProgress, resolve, reject }));
  thread ??= startPlanner();
  thread.postMessage({ id, task, stop } satisfies Asked);
  return done.finally(() => timer && clearTimeout(timer));
}

function startPlanner(): Worker {
  const started = startThread(import.meta.url, mark, hear);
  const giveUp = (error: Error): void => {
    if (thread === started) thread = null;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  started.on('error', giveUp);
  started.on('exit', (code) => giveUp(new Error(`The planner's thread ended with code ${code}`)));
  return started;
}

function hear(answer: Answered): void {
  const one = waiting.get(answer.id);
  if (!one) return;
  if ('placed' in answer) return void one.onProgress?.(answer.placed);
  waiting.delete(answer.id);
  if ('done' in answer) one.resolve(answer.done as never);
  else one.reject(new Error(answer.failed));
}

/** Asked so often between two words on how far it is, the first of which comes at once. */
const asksBetween = 64;

function answer({ id, task, stop }: Asked): void {
  const say = (said: Answered): void => parentPort?.postMessage(said);
  let asks = 0;
  const isOpen = (): boolean => Atomics.load(stop, 0) === 0;
  const mayGoOn = (placed: number): boolean => {
    if (asks % asksBetween === 0) say({ id, placed });
    asks += 1;
    return isOpen();
  };
  try {
    const { instance } = task;
    if (task.verb === 'prove') say({ id, done: prove(instance, task.planned, isOpen) });
    else say({ id, done: planInstance(instance, { seed: task.seed, effort: task.effort, mayGoOn, withoutReasons: true }) });
  } catch (error) {
    say({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

if (!isMainThread && workerData === mark) parentPort?.on('message', answer);
