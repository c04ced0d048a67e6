/**
 * Times for several talks of one manager: found one after the other, each beside those found before it, and then booked one after the other. What
 * stands in the way of one stands in the way of no other. Goes no further when nobody looks any more.
 */
import { useEffect, useRef, useState } from 'react';
import { bookTalk, findTimes, listTeamTalks, moveTalk, readTalk, type Talk } from '#api/talk/contract.ts';
import { writeBeside } from '#api/talk/booking/rules/beside.ts';
import { listTeam } from '#api/talk/team/contract.ts';
import { asRefused, type Refused } from '#tabs/platform/call/refused.ts';
import type { CallApi } from '#tabs/platform/call/call.ts';
import { useCall, useReadAgain } from '#tabs/platform/call/use-call.ts';
import { changed, soughtFor, stillWithout, timesBeside, toBook, type Proposal } from './use-proposals.ts';

type Way = 'find' | 'book';
/** How far finding or booking has come; null while neither goes on. */
type Progress = { way: Way; done: number; of: number } | null;

async function findOne(call: CallApi, one: Proposal, all: readonly Proposal[], after?: string): Promise<Proposal> {
  const beside = writeBeside(timesBeside(all, one.talkId));
  const query = { ...(after ? { after } : {}), ...(beside ? { beside } : {}) };
  const { times, basis } = await call(findTimes, { params: { talkId: one.talkId }, query });
  return { ...one, time: times[0] ?? null, byHours: basis === 'working-hours', state: times[0] ? 'found' : 'none' };
}

/** The next later time; after the last it begins anew with the first, which may be the only one. */
async function findAnother(call: CallApi, one: Proposal, all: readonly Proposal[]): Promise<Proposal> {
  const later = await findOne(call, one, all, one.time?.start);
  if (later.time) return { ...later, isOnly: false };
  const first = await findOne(call, one, all);
  return { ...first, isOnly: first.time?.start === one.time?.start };
}

async function bookOne(call: CallApi, one: Proposal): Promise<Proposal> {
  const { talkId, time } = one;
  const params = { talkId };
  // Something else about the talk may have changed since the list was read.
  const { version, start } = await call(readTalk, { params });
  if (!time) return one;
  // Booked already by a press whose answer was lost, or in another window.
  if (start !== time.start) await call(start === null ? bookTalk : moveTalk, { params, body: { start: time.start }, version });
  return { ...one, state: 'booked' };
}

export function useTeamTimes() {
  const call = useCall();
  const readAgain = useReadAgain();
  const [isTold, setIsTold] = useState(false);
  const [proposals, setProposals] = useState<Proposal[]>([]);
  const [progress, setProgress] = useState<Progress>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  const isSeen = useRef(true);
  useEffect(() => {
    isSeen.current = true;
    return () => void (isSeen.current = false);
  }, []);

  /** Through some of them in their order. Trouble that passes ends it, for it would meet the others too; any other is that one's own. */
  const through = async (way: Way, given: Proposal[], some: Proposal[], once: (one: Proposal, all: Proposal[]) => Promise<Proposal>) => {
    let all = given;
    setProblem(null);
    for (const [done, one] of some.entries()) {
      if (!isSeen.current) break;
      setProgress({ way, done, of: some.length });
      const next = await once(one, all).catch((thrown: unknown) => asRefused(thrown));
      if (!('talkId' in next) && next.passing) {
        setProblem(next);
        break;
      }
      const known: Proposal = 'talkId' in next ? next : { ...one, state: 'refused', problem: next.problem };
      all = changed(all, known);
      setProposals((now) => changed(now, known));
    }
    setProgress(null);
    if (way === 'book') readAgain([listTeam, listTeamTalks, readTalk, findTimes]);
  };

  const findAll = async (all: Proposal[]): Promise<void> => {
    setIsTold(false);
    setProposals(all);
    const sought = all.filter(({ state }) => state === 'sought');
    await through('find', all, sought, (one, others) => findOne(call, one, others));
  };

  return {
    isTold,
    proposals,
    progress,
    problem,
    find: (talks: readonly Talk[]) => findAll(soughtFor(talks)),
    another: (one: Proposal) => through('find', proposals, [one], (of, all) => findAnother(call, of, all)),
    book: () => {
      setIsTold(true);
      return through('book', proposals, toBook(proposals), (one) => bookOne(call, one));
    },
    /** What is left of finding, or of booking, after trouble that has passed. */
    goOn: () => (isTold ? through('book', proposals, toBook(proposals), (one) => bookOne(call, one)) : findAll(proposals)),
    again: () => findAll(stillWithout(proposals)),
    choose: (talkIds: readonly string[]) => setProposals((now) => now.map((one) => ({ ...one, isChosen: talkIds.includes(one.talkId) }))),
  };
}
export type TeamTimesState = ReturnType<typeof useTeamTimes>;
