/**
 * The steps of a re-plan: as they are kept, as the talks take them, and those that are left as they are, since HR wants it so. Reads and writes nothing.
 */
import type { MoveWhy } from '#api/talk/contract.ts';
import type { ReplanStep } from '#api/talk/replan/contract.ts';
import type { CycleRecord } from '../store.ts';
import { isToAsk, type Difference } from './rules/difference.ts';
import { leftOut, type LeftOut } from './rules/leave-out.ts';
import { whyFor } from './rules/why-not.ts';
import type { ReplanRecord, StepRecord } from './store.ts';

type Accepted = Pick<NonNullable<CycleRecord['replan']>, 'leftOut'>;

export function stepsOf({ steps }: ReplanRecord, accepted: Accepted): { kept: ReplanStep[]; left: ReplanStep[]; because: LeftOut } {
  const because = leftOut(
    steps.map(({ talkId, after = [] }) => ({ id: talkId, after })),
    accepted.leftOut ?? [],
  );
  const all = steps.map(asTaken);
  const isLeft = ({ talkId }: ReplanStep): boolean => because.has(talkId);
  return { kept: all.filter((step) => !isLeft(step)), left: all.filter(isLeft), because };
}

function asTaken({ talkId, from, to, why, handOver = null, parts }: StepRecord): ReplanStep {
  return { talkId, from, to: to ?? (parts ? 'parts' : handOver ? 'no-time' : 'withdrawn'), why: why as MoveWhy | null, handOver };
}

/** What is kept of a proposal: what each talk would do, and which have to leave first. */
export function recordOf({ moves, given, leavers, handOvers, begun, after }: Difference): StepRecord[] {
  const changing = [...moves, ...given, ...handOvers].map(({ talk }) => talk).concat(leavers);
  const talkIds = new Map(changing.map(({ employeeId, talkId }) => [employeeId, talkId]));
  const firsts = new Map(changing.map(({ employeeId, talkId }) => [talkId, after.get(employeeId)?.flatMap((id) => talkIds.get(id) ?? [])]));
  const steps: StepRecord[] = [
    ...handOvers.map(({ talk: { talkId, time, handOverFrom, managerId }, to }) => {
      return { talkId, from: time, to, why: null, handOver: { from: handOverFrom, to: managerId } };
    }),
    ...moves.map(({ talk, to, why }) => ({ talkId: talk.talkId, from: talk.time, to, why: whyFor(why) })),
    ...given.map(({ talk, to }) => ({ talkId: talk.talkId, from: null, to, why: null })),
    ...begun
      .filter(({ talk, newManagerId }) => isToAsk(talk, newManagerId))
      .map(({ talk: { talkId, time, managerId }, newManagerId }) => {
        return { talkId, from: time, to: null, why: null, handOver: { from: managerId, to: newManagerId }, parts: true };
      }),
    ...leavers.map(({ talkId, time }) => ({ talkId, from: time, to: null, why: null })),
  ];
  return steps.map((step) => {
    const first = firsts.get(step.talkId) ?? [];
    return first.length > 0 ? { ...step, after: first } : step;
  });
}
