/** Goals of one place (my own, of somebody I manage, before the two of a talk), and what can be done with them. */
import { useState } from 'react';
import { listAgreements } from '#api/agreement/contract.ts';
import {
  addGoal,
  answerGoal,
  changeGoal,
  dropGoal,
  listGoalsOf,
  listGoalsOfTalk,
  listMyGoals,
  listTeamGoals,
  proposeGoal,
  updateGoal,
  type Goal,
  type GoalInput,
  type GoalTerms,
  type Visibility,
} from '#api/development/goal/contract.ts';
import type { GoalState } from '#api/development/terms/contract.ts';
import { readSummary } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';

export type Place = { place: 'mine' } | { place: 'of'; employeeId: string } | { place: 'talk'; talkId: string };

const refreshes = [listMyGoals, listGoalsOf, listGoalsOfTalk, listTeamGoals, listAgreements, readSummary];
const readEveryMs = 15_000;

function useList(at: Place) {
  const { place } = at;
  const options = (mine: Place['place']) => ({ refetchEvery: readEveryMs, when: place === mine });
  const lists = {
    mine: useRead(listMyGoals, {}, options('mine')),
    of: useRead(listGoalsOf, { params: { employeeId: place === 'of' ? at.employeeId : '' } }, options('of')),
    talk: useRead(listGoalsOfTalk, { params: { talkId: place === 'talk' ? at.talkId : '' } }, options('talk')),
  };
  return lists[place];
}

/** What can be sent, and which goal something was done with last: what went wrong is shown there. Null for a new one. */
function useSends() {
  const sends = {
    add: useSend(addGoal, { refreshes }),
    propose: useSend(proposeGoal, { refreshes }),
    update: useSend(updateGoal, { refreshes }),
    answer: useSend(answerGoal, { refreshes }),
    change: useSend(changeGoal, { refreshes }),
    drop: useSend(dropGoal, { refreshes }),
  };
  const all = Object.values(sends);
  const [acting, setActing] = useState<string | null>(null);
  const forget = (): void => all.forEach((sending) => sending.reset());
  return {
    ...sends,
    forget,
    act(goalId: string | null): void {
      forget();
      setActing(goalId);
    },
    busy: all.some(({ isPending }) => isPending),
    errorOf: (goalId: string | null) => (acting === goalId ? (all.find(({ error }) => error)?.error ?? null) : null),
  };
}

export function useGoals(at: Place) {
  const list = useList(at);
  const { add, propose, update, answer, change, drop, act, forget, busy, errorOf } = useSends();
  const [removed, setRemoved] = useState<Goal | null>(null);
  const { employee, manager } = list.data ?? {};
  const employeeId = employee?.id ?? '';
  const withManager = (terms: GoalTerms, visibility: Visibility): GoalInput => ({ ...terms, visibility, managerId: manager?.id ?? null });
  const readAgain = (): void => void list.refetch();
  return {
    ...{ list, removed, readAgain, forget, busy, errorOf },
    /** Resolve when it is stored; `goalId` is made once per form, so that trying again adds nothing twice. */
    add(goalId: string, terms: GoalTerms, visibility: Visibility) {
      act(null);
      return add.mutateAsync({ body: { goalId, ...withManager(terms, visibility) } });
    },
    propose(goalId: string, terms: GoalTerms) {
      act(null);
      return propose.mutateAsync({ body: { goalId, employeeId, ...terms } });
    },
    /** `version` is the one that was read when the form was opened: what somebody else changed meanwhile is not overwritten. */
    update(goalId: string, version: number, terms: GoalTerms, visibility: Visibility) {
      act(goalId);
      return update.mutateAsync({ params: { goalId }, version, body: withManager(terms, visibility) });
    },
    accept(goalId: string, version: number, terms: GoalTerms, visibility: Visibility) {
      act(goalId);
      return answer.mutateAsync({ params: { goalId }, version, body: { accept: withManager(terms, visibility) } });
    },
    decline({ goalId, version }: Goal) {
      act(goalId);
      return answer.mutateAsync({ params: { goalId }, version, body: { accept: null } });
    },
    /** Whether it is stored. When the other has said something meanwhile that is shown first, and what was chosen here stays. */
    async say({ goalId, version }: Goal, state: GoalState, note: string | null): Promise<boolean> {
      act(goalId);
      try {
        await change.mutateAsync({ params: { goalId }, version, body: { state, note } });
        return true;
      } catch (error) {
        if (asRefused(error).reason === 'stale') readAgain();
        return false;
      }
    },
    async remove(goal: Goal) {
      const { goalId, version } = goal;
      act(goalId);
      await drop.mutateAsync({ params: { goalId }, version });
      setRemoved(goal);
    },
    /** Under the same id, so that what was linked to it is linked again; and with whom it was shared, not with whoever came after. */
    async undo(goal: Goal) {
      const { goalId, visibility, proposal, sharedWith } = goal;
      const body = { goalId, ...termsOf(goal) };
      const managerId = sharedWith?.id === manager?.id ? (manager?.id ?? null) : '';
      act(null);
      if (proposal === null) await add.mutateAsync({ body: { ...body, visibility, managerId } });
      else await propose.mutateAsync({ body: { ...body, employeeId } });
      setRemoved(null);
    },
  };
}
export type GoalsOf = ReturnType<typeof useGoals>;

export const termsOf = ({ what, why, due }: GoalTerms): GoalTerms => ({ what, why, due });

/** The goal inside a `stale` problem, checked by hand: the tab carries no schemas. */
export function goalIn(error: unknown): Goal | null {
  const { reason, problem } = asRefused(error);
  if (reason !== 'stale' || typeof problem.current !== 'object' || problem.current === null) return null;
  const { goalId, what, version } = problem.current as Partial<Goal>;
  return typeof goalId === 'string' && typeof what === 'string' && typeof version === 'number' ? (problem.current as Goal) : null;
}
