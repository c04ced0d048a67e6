/**
 * Brings a notice to a subscriber's address, and again when it is not taken, for four hours by the clock here. Moving the clock brings what has
 * become due. Knows nothing of what a notice says.
 */
import type { Subscription } from '../core/entities.ts';
import type { World } from '../core/world.ts';

/** How long an address may take. */
const answerMs = 3_000;
const minuteMs = 60_000;
/** Seconds between the tries; the last is repeated until the four hours are over. */
const waits = [1, 5, 20, 60, 300, 900, 1800];
const longestMs = 240 * minuteMs;

type Options = {
  /** Called when nobody has taken it in the end. */
  lost?: () => void;
  /** Told even when the subscription has ended meanwhile. */
  outlives?: boolean;
};
type Errand = { id: string; address: string; value: object; options: Options; beganAt: number; dueAt: number; tries: number };
const waiting = new WeakMap<World, Set<Errand>>();

/** A subscription that has ended meanwhile is not told any more. */
export function deliver(world: World, { id }: Subscription, address: string, value: object, options: Options = {}): void {
  const now = world.clock.now().getTime();
  void attempt(world, { id, address, value, options, beganAt: now, dueAt: now, tries: 0 });
}

async function attempt(world: World, errand: Errand): Promise<void> {
  const { address, value, tries } = errand;
  const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ value: [value] }) };
  const answer = await fetch(address, { ...sent, signal: AbortSignal.timeout(answerMs) }).catch(() => null);
  await answer?.body?.cancel();
  if (answer?.ok) return;
  const now = world.clock.now().getTime();
  if (now - errand.beganAt >= longestMs) return errand.options.lost?.();
  const wait = (waits[Math.min(tries, waits.length - 1)] ?? 0) * 1000;
  errandsOf(world).add({ ...errand, dueAt: now + wait, tries: tries + 1 });
  setTimeout(() => attemptDue(world), wait + 1).unref();
}

function errandsOf(world: World): Set<Errand> {
  const known = waiting.get(world);
  if (known) return known;
  const made = new Set<Errand>();
  waiting.set(world, made);
  world.onChange(({ area }) => {
    if (area === 'clock') attemptDue(world);
  });
  return made;
}

function attemptDue(world: World): void {
  const now = world.clock.now().getTime();
  const errands = errandsOf(world);
  for (const errand of [...errands]) {
    if (errand.dueAt > now) continue;
    errands.delete(errand);
    if (errand.options.outlives || world.subscriptions.get(errand.id)) void attempt(world, errand);
  }
}
