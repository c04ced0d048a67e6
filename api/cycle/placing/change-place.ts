/** HR gives a talk of a plan a time by hand, or takes that choice back: one guarded write of the cycle. Sends nothing to anybody. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Cycle } from '../contract.ts';
import { describeCycle } from '../describe-cycle.ts';
import { rulesOf } from '../rules/settings.ts';
import { changeDraft, type UnplacedRecord } from '../store.ts';
import { collectPart, openPlan, type OpenPlan } from './open-plan.ts';
import { explained, nearMoves, roomWith, withMoves, type Move } from './rules/choices.ts';
import { bestStart, explainAgain, settled, startsFor, type Part } from './rules/places.ts';

type Wanted = { start: string; aside?: { employeeId: string; start: string } | undefined };

export async function changePlace(
  platform: Platform,
  actor: Person,
  cycleId: string,
  employeeId: string,
  { start: wanted, aside }: Wanted,
  version: number,
): Promise<Result<Cycle>> {
  const opened = await openPlan(platform, actor, cycleId, employeeId);
  if (!opened.ok) return opened;
  const { cycle, plan, managerId } = opened.value;
  const start = new Date(wanted);
  const isHeld = (id: string): boolean => (cycle.chosen ?? []).some((one) => one.employeeId === id);
  // The same press once more, as after a lost answer.
  if (isHeld(employeeId) && opened.value.start?.getTime() === start.getTime()) return done(await describeCycle(platform, cycle));
  if (cycle.version !== version) return refuse('stale');
  const other = aside && plan.placed.find((one) => one.employeeId === aside.employeeId);
  if (aside && (!other || other.employeeId === employeeId || isHeld(other.employeeId))) return refuse('time-taken');
  const moves: Move[] = [{ employeeId, managerId, start }];
  if (aside && other) moves.push({ employeeId: other.employeeId, managerId: other.managerId, start: new Date(aside.start) });
  const part = await partAround(platform, opened.value, moves);
  return write(platform, actor, opened.value, part, moves, true);
}

/** Back to where Samtal had put the talk; to the best time there is if that is taken by now; without a time if it had none. */
export async function dropPlace(
  platform: Platform,
  actor: Person,
  cycleId: string,
  employeeId: string,
  version: number,
): Promise<Result<Cycle>> {
  const opened = await openPlan(platform, actor, cycleId, employeeId);
  if (!opened.ok) return opened;
  const { cycle, managerId } = opened.value;
  const chosen = (cycle.chosen ?? []).find((one) => one.employeeId === employeeId);
  // Said already: pressing twice changes nothing.
  if (!chosen) return done(await describeCycle(platform, cycle));
  if (cycle.version !== version) return refuse('stale');
  const { instead } = chosen;
  const part = await partAround(platform, opened.value, [{ employeeId, managerId, start: null }]);
  const fits = instead !== null && startsFor(part, employeeId).some((start) => start.getTime() === instead.getTime());
  const start = instead === null ? null : fits ? instead : bestStart(part, employeeId);
  return write(platform, actor, opened.value, part, [{ employeeId, managerId, start }], false);
}

/** Talks without a time whose reasons are looked at again with every move; what lies beyond keeps the reason it had when it was planned. */
const mostExplained = 100;

const asideOf = ({ cycle, plan }: OpenPlan, moves: Move[]): UnplacedRecord[] =>
  nearMoves(plan.unplaced, moves, rulesOf(cycle.settings).partnerId).slice(0, mostExplained);

async function partAround(platform: Platform, opened: OpenPlan, moves: Move[]): Promise<Part> {
  const ids = [...moves, ...asideOf(opened, moves)].map(({ employeeId }) => employeeId);
  return (await collectPart(platform, opened, ids)).part;
}

async function write(
  platform: Platform,
  actor: Person,
  { cycle, plan }: OpenPlan,
  part: Part,
  moves: Move[],
  byHand: boolean,
): Promise<Result<Cycle>> {
  const placed = settled(
    part,
    moves.flatMap(({ employeeId, start }) => (start ? [{ employeeId, start }] : [])),
  );
  if (!placed) return refuse('time-taken');
  const roomOf = new Map(placed.map(({ employeeId, room }) => [employeeId, room]));
  const rooms = rulesOf(cycle.settings).rooms?.chosen ?? [];
  const inRooms = moves.map((move) => ({ ...move, room: roomWith(rooms, roomOf.get(move.employeeId) ?? null) }));
  const choice = byHand ? { by: actor.personId, at: platform.clock.now() } : null;
  const {
    placed: talks,
    unplaced,
    chosen,
  } = withMoves({ ...plan, chosen: cycle.chosen ?? [] }, inRooms, cycle.settings.lengthMinutes, choice);
  const lost = moves.filter(({ start }) => start === null);
  const after = { ...part, placed: talks };
  const again = explainAgain(
    after,
    [...lost, ...unplaced].map(({ employeeId }) => employeeId),
  );
  const left = lost.flatMap(({ employeeId, managerId }): UnplacedRecord[] => {
    const why = again.get(employeeId);
    return why ? [{ employeeId, managerId, ...why }] : [];
  });
  // What was proven about the times of the plan says nothing of those that HR has chosen.
  const set = { plan: { ...plan, suit: null, placed: talks, unplaced: [...explained(unplaced, again, moves), ...left] }, chosen };
  const changed = await changeDraft(platform.db, cycle.tenantId, cycle._id, cycle.version, set);
  return changed ? done(await describeCycle(platform, changed)) : refuse('stale');
}
