/**
 * The local Microsoft 365 in virtual time, over HTTP on this machine: sign-in, Graph with its limits, chats with the bot, answers that take time, and
 * calls that fail by chance. Counts every call and tells what lies in the calendars. Knows nothing of Samtal.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { connectorRoutes } from '#infra/local/m365/connector/routes.ts';
import type { Company } from '#infra/local/m365/core/company-type.ts';
import type { CalendarEvent } from '#infra/local/m365/core/entities.ts';
import type { Fault } from '#infra/local/m365/core/faults.ts';
import type { ConcurrencyReading } from '#infra/local/m365/core/limits.ts';
import { loadCompany } from '#infra/local/m365/core/load-company.ts';
import { createWorld, type AppRegistration, type World } from '#infra/local/m365/core/world.ts';
import { createSigningKeys } from '#infra/local/m365/entra/keys.ts';
import { entraRoutes } from '#infra/local/m365/entra/routes.ts';
import { createEventFor } from '#infra/local/m365/graph/calendar.ts';
import { graphRoutes } from '#infra/local/m365/graph/routes.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** Shares of the calls that fail: refused with 429, with 503 before or after the work, done but the answer is lost, cut before the work, refused for good. */
export type Trouble = { tooMany: number; unavailable: number; lost: number; cut?: number; forbidden?: number };
export const noTrouble: Trouble = { tooMany: 0, unavailable: 0, lost: 0 };
/** Calls into calendars. */
const calendarCalls = /\/(events|getSchedule)\b/;

export type VirtualM365 = {
  time: VirtualTime;
  world: World;
  /** Counts as going on for real what is not done yet, until it is called off: for the store. */
  busyWith(more: () => number): () => void;
  /** Lets somebody stand between whoever calls and the call itself. */
  standBetween(between: Between): void;
  /** From now on calls fail so: those into calendars, unless told which. */
  setTrouble(trouble: Trouble, where?: RegExp): void;
  /**
   * Calls by what they were, for example `events 201`, `getSchedule 429` or `card 201`; those refused by the trouble end in ` by chance`, those that did
   * their work and whose answer was lost in ` lost`.
   */
  counts: Map<string, number>;
  /** Makes the person busy at this time. */
  occupy(personId: string, start: Date, end: Date): void;
  /** Organised events that carry an extended property, with its value. */
  marked(): { value: string; event: CalendarEvent }[];
  stop(): Promise<void>;
};

export type Between = (send: typeof fetch, input: string | URL | Request, init?: RequestInit) => Promise<Response>;

type Options = {
  app: AppRegistration;
  company: Company;
  now: Date;
  concurrencyPer: ConcurrencyReading;
  /** How long an answer takes, and a seeded random number from 0 to 1. */
  answerMs: number;
  chance: () => number;
};

export async function startVirtualM365(options: Options): Promise<VirtualM365> {
  const world = createWorld({ ...options.app });
  const real = { calls: 0, held: 0 };
  const others = new Set<() => number>();
  const busyElsewhere = (): number => [...others].reduce((sum, more) => sum + more(), 0);
  const time = createVirtualTime(options.now, () => Math.max(0, real.calls - real.held) + busyElsewhere());
  const state = { trouble: noTrouble, where: calendarCalls };
  const counts = new Map<string, number>();
  world.clock = { now: () => time.now(), moveTo: () => undefined };
  loadCompany(world, options.company);
  world.limits.concurrencyPer = options.concurrencyPer;
  const caused = failByChance(world, options.chance, () => state);
  countCalls(world, counts, caused);
  const keys = await createSigningKeys(world, 'entraKeys');
  const connector = connectorRoutes(world, { entra: keys, bot: await createSigningKeys(world, 'botKeys') });
  takeTime(world, time, real, options.answerMs);
  const served = express()
    .use('/login.microsoftonline.com', entraRoutes(world, keys))
    .use('/graph.microsoft.com', graphRoutes(world, keys))
    .use('/smba.trafficmanager.net', connector.service);
  const server = createServer(served);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const undoRedirect = redirectMicrosoft(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ways = { between: straight };
  const undoWatch = watchFetch(real, ways);
  return {
    time,
    world,
    counts,
    busyWith(more) {
      others.add(more);
      return () => void others.delete(more);
    },
    standBetween: (between) => void (ways.between = between),
    setTrouble: (trouble, where = calendarCalls) => void Object.assign(state, { trouble, where }),
    occupy: (personId, start, end) =>
      void createEventFor(world, personId, { subject: 'Busy', start: start.toISOString(), end: end.toISOString() }),
    marked: () =>
      world.events
        .all()
        .filter(({ userId, organizerId }) => userId === organizerId)
        .flatMap((event) => event.extendedProperties.map(({ value }) => ({ value, event }))),
    async stop() {
      undoWatch();
      undoRedirect();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

type Real = { calls: number; held: number };

/** A change is answered when it is on disk: here after some virtual time, during which the call holds its place. */
function takeTime(world: World, time: VirtualTime, real: Real, answerMs: number): void {
  world.tables = {
    ...world.tables,
    async flushed() {
      real.held += 1;
      await time.wait(answerMs);
      real.held -= 1;
    },
  };
}

/** Each call that is meant fails with the given chance; answers the paths of calls that do, until they are recorded. */
function failByChance(world: World, chance: () => number, state: () => { trouble: Trouble; where: RegExp }): Set<string> {
  const caused = new Set<string>();
  const refuse = { service: 'graph', code: null, method: null, pathContains: null, times: 1, id: 0 } as const;
  const faultAt = (at: number): Fault | null => {
    const { tooMany, unavailable, lost, cut = 0, forbidden = 0 } = state().trouble;
    if (at < tooMany) return { ...refuse, kind: 'refuse', status: 429, retryAfterSeconds: 1 + Math.floor(chance() * 4) };
    if (at < tooMany + unavailable) {
      // Half of them after the call has done its work.
      const kind = chance() < 0.5 ? 'refuse' : 'refuse-after';
      return { ...refuse, kind, status: 503, retryAfterSeconds: null };
    }
    if (at >= 1 - forbidden) return { ...refuse, kind: 'refuse', status: 403, retryAfterSeconds: null };
    const broken = at < tooMany + unavailable + lost ? 'lose-answer' : at < tooMany + unavailable + lost + cut ? 'cut' : null;
    return broken && { ...refuse, kind: broken, status: 0, retryAfterSeconds: null };
  };
  world.faults = {
    ...world.faults,
    take(service, method, path) {
      if (service === 'entra' || !state().where.test(path)) return null;
      const fault = faultAt(chance());
      if (fault?.kind === 'refuse' && fault.status === 429) caused.add(`${method} ${path}`);
      return fault;
    },
  };
  return caused;
}

const named =
  /\/(getSchedule|events|onlineMeetings|installedApps|sendActivityNotificationToRecipients|sendActivityNotification|sendMail|messages)\b/;

function countCalls(world: World, counts: Map<string, number>, caused: Set<string>): void {
  const record = world.record.bind(world);
  world.record = (call) => {
    record(call);
    if (call.service === 'entra') return;
    const what = call.service === 'connector' ? 'card' : (named.exec(call.path)?.[1] ?? 'other');
    const how = call.method === 'GET' ? `${what} read` : what;
    const isCaused = call.status === 429 && caused.delete(`${call.method} ${call.path}`);
    const end = call.code === 'lose-answer' ? 'lost' : String(call.status);
    const name = `${how} ${end}${isCaused ? ' by chance' : ''}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
}

const straight: Between = (send, input, init) => send(input, init);

/** Counts calls from their start until their whole answer is here. */
function watchFetch(real: Real, ways: { between: Between }): () => void {
  const before = globalThis.fetch;
  const counted: typeof fetch = async (input, init) => {
    real.calls += 1;
    try {
      const answer = await before(input, init);
      const body = [204, 304].includes(answer.status) ? null : await answer.arrayBuffer();
      return new Response(body, { status: answer.status, headers: answer.headers });
    } finally {
      real.calls -= 1;
    }
  };
  globalThis.fetch = (input, init) => ways.between(counted, input, init);
  return () => void (globalThis.fetch = before);
}
