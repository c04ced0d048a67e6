/** A proposal as HR sees it, with names. */
import type { PersonRef } from '#api/people/contract.ts';
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import { relaxWithName } from '../describe-cycle.ts';
import type { Proposal, ReplanWhy } from './contract.ts';
import { isToAsk, type Difference } from './rules/difference.ts';
import type { WhyRecord } from './rules/why-not.ts';

type Head = Pick<Proposal, 'replanId' | 'version' | 'talks' | 'notices'>;

/** @param hasLeft whether somebody has left the company */
export function describeProposal(
  head: Head,
  difference: Difference,
  ref: (id: string) => PersonRef,
  hasLeft: (id: string) => boolean,
): Proposal {
  const two = ({ employeeId, managerId }: OpenTalk) => ({ employee: ref(employeeId), manager: ref(managerId) });
  const why = (record: WhyRecord | null): ReplanWhy | null => record && whyOf(record, ref);
  const { moves, given, unplaced, stays, leavers, otherManager, begun, handOvers } = difference;
  const after = ({ employeeId }: OpenTalk): string[] => difference.after.get(employeeId) ?? [];
  return {
    ...head,
    moves: moves.map(({ talk, to, why: record }) => ({
      ...{ ...two(talk), from: shown(talk.time), to: shown(to), why: whyOf(record, ref), after: after(talk) },
    })),
    given: given.map(({ talk, to }) => ({ ...two(talk), to: shown(to), after: after(talk) })),
    withdrawn: leavers.map((talk) => ({ ...two(talk), from: talk.time && shown(talk.time) })),
    unplaced: unplaced.map(({ talk, reason, counts, relax, others, why: record }) => ({
      ...two(talk),
      ...{
        reason,
        counts,
        relax: relax && relaxWithName(relax, ref),
        others: others.map((one) => relaxWithName(one, ref)),
        why: why(record),
      },
      // The time it has is the former manager's.
      from: talk.time && !talk.handOverFrom ? shown(talk.time) : null,
    })),
    handOvers: handOvers.map(({ talk, to }) => ({
      ...{ employee: ref(talk.employeeId), manager: ref(talk.handOverFrom), newManager: ref(talk.managerId) },
      ...{ from: talk.time && shown(talk.time), to: to && shown(to) },
      ...{ after: after(talk), managerHasLeft: hasLeft(talk.handOverFrom) },
    })),
    otherManager: otherManager.map(({ talk, newManagerId }) => ({
      ...{ ...two(talk), newManager: ref(newManagerId), managerHasLeft: hasLeft(talk.managerId) },
    })),
    begun: begun.map(({ talk, newManagerId }) => ({
      ...{ ...two(talk), newManager: ref(newManagerId), managerHasLeft: hasLeft(talk.managerId), isHeld: talk.isHeld ?? false },
      ...{ until: isToAsk(talk, newManagerId) ? null : (talk.parting?.until.toISOString() ?? null), isOver: talk.parting?.isOver ?? false },
    })),
    stays: stays.map(({ talk, because, why: record }) => ({ ...two(talk), at: shown(talk.time), because, why: why(record) })),
  };
}

const shown = ({ start, end }: Span): { start: string; end: string } => ({ start: start.toISOString(), end: end.toISOString() });

function whyOf(why: WhyRecord, ref: (id: string) => PersonRef): ReplanWhy {
  return why.kind === 'away' ? { kind: why.kind, person: ref(why.personId), from: why.from, to: why.to } : whyPlain(why);
}

const whyPlain = (why: Exclude<WhyRecord, { kind: 'away' }>): ReplanWhy => (why.kind === 'day-off' ? why : { kind: why.kind });
