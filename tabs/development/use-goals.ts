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
} from '#api/development/goal/contract.ts';
import type { GoalState } from '#api/development/terms/contract.ts';
import { readSummary } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';

export type Place = { place: 'mine' } | { place: 'of'; employeeId: string } | { place: 'talk'; talkId: string };

const refreshes = [listMyGoals, listGoalsOf, listGoalsOfTalk, listTeamGoals, listAgreements, readSummary];
const readEveryMs = 15_000;

export function useGoals(at: Place) {
  const { place } = at;
  const options = (mine: Place['place']) => ({ refetchEvery: readEveryMs, when: place === mine });
  const lists = {
    mine: useRead(listMyGoals, {}, options('mine')),
    of: useRead(listGoalsOf, { params: { employeeId: place === 'of' ? at.employeeId : '' } }, options('of')),
    talk: useRead(listGoalsOfTalk, { params: { talkId: place === 'talk' ? at.talkId : '' } }, options('talk')),
  };
  const list = lists[place];
  const add = useSend(addGoal, { refreshes });
  const propose = useSend(proposeGoal, { refreshes });
  const update = useSend(updateGoal, { refreshes });
  const answer = useSend(answerGoal, { refreshes });
  const change = useSend(changeGoal, { refreshes });
  const drop = useSend(dropGoal, { refreshes });
  const [removed, setRemoved] = useState<Goal | null>(null);
  const sends = [add, propose, update, answer, change, drop];
  const { employee, manager } = list.data ?? {};
  const employeeId = employee?.id ?? '';
  const withManager = (terms: GoalTerms, visibility: Goal['visibility']): GoalInput => ({
    ...terms,
    visibility,
    managerId: manager?.id ?? null,
  });
  const readAgain = (): void => void list.refetch();
  return {
    list,
    removed,
    readAgain,
    error: sends.find(({ error }) => error)?.error ?? null,
    busy: sends.some(({ isPending }) => isPending),
    forget: () => sends.forEach((sending) => sending.reset()),
    /** Resolve when it is stored; `goalId` is made once per form, so that trying again adds nothing twice. */
    add: (goalId: string, terms: GoalTerms, visibility: Goal['visibility']) =>
      add.mutateAsync({ body: { goalId, ...withManager(terms, visibility) } }),
    propose: (goalId: string, terms: GoalTerms) => propose.mutateAsync({ body: { goalId, employeeId, ...terms } }),
    /** `version` is the one that was read when the form was opened: what somebody else changed meanwhile is not overwritten. */
    update: (goalId: string, version: number, terms: GoalTerms, visibility: Goal['visibility']) =>
      update.mutateAsync({ params: { goalId }, version, body: withManager(terms, visibility) }),
    accept: (goalId: string, version: number, terms: GoalTerms, visibility: Goal['visibility']) =>
      answer.mutateAsync({ params: { goalId }, version, body: { accept: withManager(terms, visibility) } }),
    decline: ({ goalId, version }: Goal) => answer.mutateAsync({ params: { goalId }, version, body: { accept: null } }),
    /** Whether it is stored. When the other has said something meanwhile that is shown first, and what was chosen here stays. */
    async say({ goalId, version }: Goal, state: GoalState, note: string | null): Promise<boolean> {
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
      await drop.mutateAsync({ params: { goalId }, version });
      setRemoved(goal);
    },
    /** Under the same id, so that what was linked to it is linked again. */
    async undo(goal: Goal) {
      const { goalId, visibility, proposal } = goal;
      const body = { goalId, ...termsOf(goal) };
      if (proposal === null) await add.mutateAsync({ body: { ...body, ...withManager(termsOf(goal), visibility) } });
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
