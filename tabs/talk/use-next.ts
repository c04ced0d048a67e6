/** What an employee's talk says and offers on My talk. Pure: the same facts always read the same. */
import type { Talk } from '#api/talk/contract.ts';

export type Next = {
  act: 'start' | 'goOn' | 'read' | 'look' | 'join' | 'open' | 'sign';
  say: 'start' | 'goOn' | 'read' | 'waits' | 'ready' | 'shared' | 'join' | 'hold' | 'passed' | 'sign' | 'signed' | 'follow';
};

type Facts = Pick<
  Talk,
  'status' | 'next' | 'me' | 'answered' | 'employeeReleasedAt' | 'managerReleasedAt' | 'releaseRule' | 'signatures' | 'joinUrl'
>;

export function nextOf(talk: Facts): Next {
  if (talk.status === 'signed') return { act: 'open', say: 'follow' };
  if (talk.status === 'held') {
    const signed = talk.signatures.some(({ side }) => side === talk.me);
    return signed ? { act: 'open', say: 'signed' } : { act: 'sign', say: 'sign' };
  }
  if (talk.status === 'live') return { act: 'open', say: 'hold' };
  if (talk.next === 'passed') return { act: 'open', say: 'passed' };
  if (talk.next === 'join') return { act: talk.joinUrl ? 'join' : 'open', say: 'join' };
  return beforeTalk(talk);
}

function beforeTalk({ me, answered: { done, of }, employeeReleasedAt, managerReleasedAt, releaseRule }: Facts): Next {
  const [mine, theirs] = me === 'employee' ? [employeeReleasedAt, managerReleasedAt] : [managerReleasedAt, employeeReleasedAt];
  if (mine) {
    if (!theirs) return { act: 'look', say: 'waits' };
    return releaseRule === 'talk-start' ? { act: 'look', say: 'shared' } : { act: 'open', say: 'ready' };
  }
  if (done === 0) return { act: 'start', say: 'start' };
  return done < of ? { act: 'goOn', say: 'goOn' } : { act: 'read', say: 'read' };
}
