/** A proposal as HR sees it, with names. */
import type { PersonRef } from '#api/people/contract.ts';
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import { relaxWithName } from '../describe-cycle.ts';
import type { Proposal, ReplanWhy } from './contract.ts';
import { isToAsk, type Difference } from './rules/difference.ts';
import type { WhyRecord } from './rules/why-not.ts';

type Head = Pick<Proposal, 'replanId' | 'version' | 'talks'>;

export function describeProposal(head: Head, difference: Difference, ref: (id: string) => PersonRef): Proposal {
  const two = ({ employeeId, managerId }: OpenTalk) => ({ employee: ref(employeeId), manager: ref(managerId) });
  const why = (record: WhyRecord | null): ReplanWhy | null => record && whyOf(record, ref);
  const { moves, given, unplaced, stays, leavers, otherManager, begun, handOvers } = difference;
  return {
    ...head,
    moves: moves.map(({ talk, to, why: record }) => ({ ...two(talk), from: shown(talk.time), to: shown(to), why: whyOf(record, ref) })),
    given: given.map(({ talk, to }) => ({ ...two(talk), to: shown(to) })),
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
    })),
    otherManager: otherManager.map(({ talk, newManagerId }) => ({ ...two(talk), newManager: ref(newManagerId) })),
    begun: begun.map(({ talk, newManagerId }) => ({
      ...{ ...two(talk), newManager: ref(newManagerId), isHeld: talk.isHeld ?? false },
      ...{ until: isToAsk(talk, newManagerId) ? null : (talk.parting?.until.toISOString() ?? null), isOver: talk.parting?.isOver ?? false },
    })),
    stays: stays.map(({ talk, because, why: record }) => ({ ...two(talk), at: shown(talk.time), because, why: whyOf(record, ref) })),
  };
}

const shown = ({ start, end }: Span): { start: string; end: string } => ({ start: start.toISOString(), end: end.toISOString() });

function whyOf(why: WhyRecord, ref: (id: string) => PersonRef): ReplanWhy {
  return why.kind === 'away' ? { kind: why.kind, person: ref(why.personId), from: why.from, to: why.to } : whyPlain(why);
}

const whyPlain = (why: Exclude<WhyRecord, { kind: 'away' }>): ReplanWhy => (why.kind === 'day-off' ? why : { kind: why.kind });
