/** Planning a cycle again: what HR has filled in, the difference it would make, and accepting it. What is filled in survives leaving the page. */
import { useState } from 'react';
import { readCycle, type Cycle } from '#api/cycle/contract.ts';
import { acceptReplan, proposeReplan, readReplan, type Proposal, type ReplanWish } from '#api/cycle/replan/contract.ts';
import { changesIn, leftOut, type LeftOut } from '#api/cycle/replan/rules/leave-out.ts';
import type { PersonRef } from '#api/people/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { rulesIn, wrongsFrom, wrongsOf, type Wrongs } from './use-settings.ts';

/** With the names of those who are away. */
type Filled = { wish: ReplanWish; people: PersonRef[] };
/** `asked`: what the proposal is the answer to. `leaveOut`: employees whose talk HR does not let it change. */
type Kept = Filled & { proposal: Proposal | null; asked: ReplanWish | null; leaveOut: string[] };

/** Outlives the page, by cycle. */
const kept = new Map<string, Kept>();
/** Who was said to be away when a proposal was accepted: asked about once more, or the next one could lead a talk back into their absence. */
const saidAway = new Map<string, Pick<ReplanWish, 'away'> & Pick<Filled, 'people'>>();

export type ReplanForm = Filled & {
  change: (part: Partial<ReplanWish>, people?: PersonRef[]) => void;
  wrongs: Wrongs;
  /** All that is filled in fits together. */
  isRight: boolean;
  proposal: Proposal | null;
  /** Something was changed since the proposal. */
  isOld: boolean;
  isAsking: boolean;
  isAccepting: boolean;
  error: unknown;
  /** Asks with what is filled in, or with a change of it. */
  ask: (part?: Partial<ReplanWish>) => void;
  accept: () => void;
  /** What stays as it is, of all that the proposal would change. */
  left: LeftOut;
  /** Leaves the talk of an employee out, or takes it in again. */
  include: (employeeId: string, isIn: boolean) => void;
};

export const isAwayRight = ({ from, to }: { from: string; to: string }): boolean => from !== '' && to !== '' && from <= to;

/** @param onAccepted once the cycle has taken the proposal */
export function useReplan(cycle: Cycle, onAccepted: () => void): ReplanForm {
  const { today } = useDates();
  const { cycleId, version } = cycle;
  const [state, setState] = useState<Kept>(() => kept.get(cycleId) ?? startOf(cycle, today));
  const [refused, setRefused] = useState<Wrongs>({});
  const put = (next: Partial<Kept>): void => {
    setState((before) => {
      const after = { ...before, ...next };
      kept.set(cycleId, after);
      return after;
    });
  };
  const propose = useSend(proposeReplan, { onDone: (proposal, { body }) => put({ proposal, asked: body }) });
  const take = useSend(acceptReplan, {
    refreshes: [readCycle, readReplan],
    onDone: () => {
      saidAway.set(cycleId, { away: wish.away, people });
      kept.delete(cycleId);
      onAccepted();
    },
  });
  const { wish, people, proposal, asked, leaveOut } = state;
  const left = leftIn(proposal, leaveOut);
  const settings = { ...cycle.settings, ...settingsIn(wish), prepareDays: 0 };
  const wrongs = { ...wrongsOf(settings, today, false), ...refused };
  const ask = (part: Partial<ReplanWish> = {}): void => {
    const body = aroundLeft({ ...wish, ...part }, proposal, leaveOut);
    put({ wish: body });
    setRefused({});
    const onError = (error: unknown): void => setRefused(wrongsFrom(asRefused(error).problem, settings));
    propose.mutate({ params: { cycleId }, version, body }, { onError });
  };
  return {
    ...{ wish, people, wrongs, proposal, ask, left },
    change(part, named = people) {
      setRefused({});
      put({ wish: { ...wish, ...part }, people: named });
    },
    isRight: Object.keys(wrongs).length === 0 && wish.away.every(isAwayRight),
    isOld: proposal !== null && (proposal.version !== version || JSON.stringify(asked) !== JSON.stringify(wish)),
    isAsking: propose.isPending,
    isAccepting: take.isPending,
    error: propose.error ?? take.error,
    accept() {
      if (!proposal) return;
      const chosen = [...left].flatMap(([id, because]) => (because === null ? [id] : []));
      take.mutate({ params: { cycleId, replanId: proposal.replanId }, body: { leaveOut: chosen }, version: proposal.version });
    },
    include: (id, isIn) => put({ leaveOut: [...leaveOut.filter((one) => one !== id), ...(isIn ? [] : [id])] }),
  };
}

const leftIn = (proposal: Proposal | null, leaveOut: string[]): LeftOut => leftOut(proposal ? changesIn(proposal) : [], leaveOut);

/** Asked again, what HR has left out is planned around: moves stay, and who was to be handed over is not. */
function aroundLeft(wish: ReplanWish, proposal: Proposal | null, leaveOut: string[]): ReplanWish {
  const among = (rows: { employee: { id: string } }[]): string[] =>
    rows.map(({ employee }) => employee.id).filter((id) => leaveOut.includes(id));
  const stay = among(proposal?.moves ?? []);
  const keep = among(proposal?.handOvers ?? []);
  const both = (before: string[], more: string[]): string[] => [...new Set([...before, ...more])];
  return {
    ...wish,
    ...(stay.length > 0 ? { stay: both(wish.stay, stay) } : {}),
    ...(keep.length > 0 ? { keepManager: both(wish.keepManager ?? [], keep) } : {}),
  };
}

const settingsIn = ({ windowFrom, windowTo, bufferMinutes, maxPerDay, rules }: ReplanWish) => ({
  ...{ windowFrom, windowTo, bufferMinutes, maxPerDay, rules },
});

function startOf({ cycleId, settings }: Cycle, today: string): Kept {
  const { windowFrom, windowTo, bufferMinutes, maxPerDay } = settings;
  const { away: said = [], people = [] } = saidAway.get(cycleId) ?? {};
  const away = said.filter(({ to }) => to >= today);
  const wish = { windowFrom, windowTo, bufferMinutes, maxPerDay, rules: rulesIn(settings), away, keepMoved: true, stay: [] };
  return { wish, people, proposal: null, asked: null, leaveOut: [] };
}

/** Whether the proposal would change nothing but the rules, and whether those. */
export const hasNewRules = ({ settings }: Cycle, wish: ReplanWish): boolean =>
  JSON.stringify({ ...settings, rules: rulesIn(settings) }) !== JSON.stringify({ ...settings, ...settingsIn(wish) });
