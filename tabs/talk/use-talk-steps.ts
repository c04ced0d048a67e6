/** The five steps of a talk as its employee or manager sees them: done, now, later, each with its day when there is one. Pure. */
import type { Talk } from '#api/talk/contract.ts';

export type TalkStep = {
  key: 'invited' | 'prepare' | 'talk' | 'sign' | 'follow';
  state: 'done' | 'now' | 'later';
  /** Instant of the step, when known. */
  at: string | null;
  /** The instant is a day by which it should be done. */
  by?: true;
};

const order = ['invited', 'prepare', 'talk', 'sign', 'follow'] as const;

type Facts = Pick<Talk, 'status' | 'me' | 'prepareBy' | 'employeeReleasedAt' | 'managerReleasedAt' | 'start' | 'startedAt' | 'signatures'>;

export function stepsOf(talk: Facts): TalkStep[] {
  const released = talk.me === 'employee' ? talk.employeeReleasedAt : talk.managerReleasedAt;
  const now = order.indexOf(keyNow(talk, released !== null));
  const last =
    talk.signatures
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null;
  const days: Record<TalkStep['key'], string | null> = {
    invited: null,
    // A day to prepare by says nothing any more once the talk has begun.
    prepare: released ?? (now === order.indexOf('prepare') ? talk.prepareBy : null),
    talk: talk.startedAt ?? talk.start,
    // One signature is not the step: the other's day beside it would read as one's own.
    sign: talk.status === 'signed' ? last : null,
    follow: null,
  };
  return order.map((key, step) => ({
    key,
    state: step < now ? 'done' : step === now ? 'now' : 'later',
    at: days[key],
    ...(key === 'prepare' && !released && step === now ? { by: true } : {}),
  }));
}

function keyNow({ status }: Facts, released: boolean): TalkStep['key'] {
  if (status === 'signed') return 'follow';
  if (status === 'held') return 'sign';
  if (status === 'live') return 'talk';
  return released ? 'talk' : 'prepare';
}
