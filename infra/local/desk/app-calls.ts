/** What apps asked their host pages (teams-js): the host pages tell it, the desk shows it. Kept while the server runs, and no longer. */
import { z } from 'zod';
import type { World } from '../m365/core/world.ts';
import { named, type Named } from './read-people.ts';
import { readInput } from './refusal.ts';

const told = z.strictObject({
  personId: z.string().max(100),
  host: z.enum(['teams', 'outlook', 'office']),
  frame: z.enum(['content', 'sidePanel', 'task', 'authentication']),
  func: z.string().max(200),
  /** `heard`: nobody waits for an answer. `unsupported`: this host has no such function. `late`: the app did not say in time that it may go. */
  outcome: z.enum(['answered', 'heard', 'refused', 'unsupported', 'late']),
});
const input = z.strictObject({ calls: z.array(told).max(500) });

/** The same call again and again is one, with how often. */
export type AppCall = Omit<z.infer<typeof told>, 'personId'> & { at: string; person: Named; times: number };
export type AppCalls = { add(body: unknown): void; read(): { calls: AppCall[] }; forget(): void };

const kept = 500;

export function createAppCalls(world: World): AppCalls {
  let calls: AppCall[] = [];
  return {
    add(body) {
      const at = world.clock.now().toISOString();
      for (const { personId, ...rest } of readInput(input, body).calls) {
        const same = calls.find((one) => one.person.id === personId && isSame(one, rest));
        calls = calls.filter((one) => one !== same);
        calls.push({ ...rest, at, person: named(world, personId), times: (same?.times ?? 0) + 1 });
      }
      calls = calls.slice(-kept);
    },
    read: () => ({ calls: [...calls].reverse() }),
    forget: () => void (calls = []),
  };
}

type What = Pick<AppCall, 'host' | 'frame' | 'func' | 'outcome'>;
const isSame = (a: What, b: What): boolean => a.host === b.host && a.frame === b.frame && a.func === b.func && a.outcome === b.outcome;
