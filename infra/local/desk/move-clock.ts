/** The clock, the faults, the limits, the permissions and the record of calls: what nobody can move or see at Microsoft. */
import { z } from 'zod';
import { limitNames, type Limits } from '../m365/core/limits.ts';
import type { Fault } from '../m365/core/faults.ts';
import type { World } from '../m365/core/world.ts';
import { readPermissions } from '../m365/core/permissions.ts';
import { DeskRefusal, readInput } from './refusal.ts';

const clockInput = z.union([z.strictObject({ to: z.iso.datetime({ offset: true }) }), z.strictObject({ minutes: z.number() })]);

export const readClock = (world: World): { now: string } => ({ now: world.clock.now().toISOString() });

export async function moveClock(world: World, input: unknown): Promise<{ now: string }> {
  const wanted = readInput(clockInput, input);
  world.clock.moveTo('to' in wanted ? new Date(wanted.to) : new Date(world.clock.now().getTime() + wanted.minutes * 60_000));
  await world.tables.flushed();
  world.announce({ personId: '*', area: 'clock' });
  return readClock(world);
}

const service = z.enum(['graph', 'entra', 'connector']);
const faultInput = z.strictObject({
  service,
  kind: z.enum(['refuse', 'refuse-after', 'lose-answer', 'cut', 'slow', 'hang', 'ask-person', 'drop', 'repeat']),
  status: z.int().min(400).max(599).default(503),
  code: z.string().nullable().default(null),
  retryAfterSeconds: z.number().nonnegative().nullable().default(null),
  seconds: z.number().positive().max(600).default(5),
  method: z.string().toUpperCase().nullable().default(null),
  pathContains: z.string().nullable().default(null),
  times: z.int().positive().default(1),
});

/** Fault as the desk shows it: while calls are left to fail. */
export const listFaults = (world: World): { faults: Fault[] } => ({ faults: world.faults.list() });
export const addFault = (world: World, input: unknown): Fault => world.faults.add(readInput(faultInput, input));

const limitsInput = z.strictObject({ off: z.array(z.enum(limitNames)).optional(), concurrencyPer: z.enum(['mailbox', 'app']).optional() });

/** The limits that are turned off, how the one of two readings is read, and the names of all. */
export const readLimits = (world: World): Limits & { names: readonly string[] } => ({ ...world.limits, names: limitNames });

export function changeLimits(world: World, input: unknown): ReturnType<typeof readLimits> {
  const { off = world.limits.off, concurrencyPer = world.limits.concurrencyPer } = readInput(limitsInput, input);
  Object.assign(world.limits, { off: [...new Set(off)], concurrencyPer });
  return readLimits(world);
}

const permissionsInput = z.strictObject({ revoked: z.array(z.string()) });

/** What the app was granted, and what of it is taken back. */
export function readGranted(world: World): { application: string[]; delegated: string[]; revoked: string[] } {
  const { application, delegated } = readPermissions(world.app.permissionsFile);
  return { application, delegated, revoked: [...world.revoked] };
}

export function changeGranted(world: World, input: unknown): ReturnType<typeof readGranted> {
  const { revoked } = readInput(permissionsInput, input);
  const { application, delegated } = readGranted(world);
  const unknown = revoked.find((name) => ![...application, ...delegated].includes(name));
  if (unknown !== undefined) throw new DeskRefusal(400, `revoked: the app does not have ${unknown}`);
  world.revoked.clear();
  for (const name of revoked) world.revoked.add(name);
  return readGranted(world);
}

const callsQuery = z.object({ service: service.optional(), after: z.coerce.number().int().nonnegative().default(0) });

export function readCalls(world: World, query: unknown): unknown {
  const wanted = readInput(callsQuery, query);
  const { calls, next } = world.callsFrom(wanted.after);
  return { calls: calls.filter((call) => wanted.service === undefined || call.service === wanted.service), next };
}
