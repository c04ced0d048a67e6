/**
 * A random history of what people do with talks in Outlook, notifications lost and repeated on the way; what must be so after Samtal has looked once;
 * and the answers that put everything right again. Told by one seed. The judge looks at the calendars only and knows none of Samtal's rules.
 */
import { DateTime } from 'luxon';
import { bookTalk, findTimes, moveTalk, type Talk } from '#api/talk/contract.ts';
import { findMailbox } from '#api/talk/mailbox/store.ts';
import type { Chance } from '#infra/local/m365/generate/seeded.ts';
import type { LaunchedCycle } from './launched-cycle.ts';
import type { GivenSamtal } from './samtal.ts';
import { quarterPasses, type TalkInCalendar } from './talk-in-calendar.ts';
import { until } from './until.ts';

export type World = { samtal: GivenSamtal; manager: string; talks: TalkInCalendar[]; cycle: LaunchedCycle['cycle'] };

const dayMs = 86_400_000;
const acts = [
  'move',
  'move',
  'move-far',
  'move-back',
  'decline',
  'decline',
  'accept',
  'tentative',
  'cancel',
  'lose',
  'repeat',
  'look',
  'in-samtal',
] as const;
type Act = (typeof acts)[number];

/** Lives through so many steps, one after another; answers what was done. */
export async function liveHistory(world: World, chance: Chance, steps: number): Promise<string[]> {
  const done: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const act = chance.one(acts);
    const talk = chance.one(world.talks);
    if (await doOne(world, talk, act, chance)) done.push(`${act} ${world.talks.indexOf(talk)}`);
  }
  return done;
}

async function doOne({ samtal, manager }: World, talk: TalkInCalendar, act: Act, chance: Chance): Promise<boolean> {
  const { desk } = samtal;
  if (act === 'look') return (await quarterPasses(samtal)) !== null;
  if (act === 'lose' || act === 'repeat') {
    const kind = act === 'lose' ? 'drop' : 'repeat';
    await desk.faults.add({ service: 'graph', kind, pathContains: 'Users/', times: 1 + chance.whole(4) });
    return true;
  }
  if (act === 'in-samtal') return moveInSamtal(samtal, manager, talk);
  const [event] = await talk.events();
  if (!event) return false;
  if (act === 'cancel') return (await desk.cancel(manager, event.id), true);
  if (act.startsWith('move')) {
    const now = (await desk.clock.now()).getTime();
    const days = act === 'move' ? 2 + chance.whole(24) : act === 'move-far' ? 70 + chance.whole(60) : -1 - chance.whole(20);
    const start = new Date(Math.floor(now / 3_600_000) * 3_600_000 + days * dayMs + chance.whole(10) * 900_000);
    await desk.move(manager, event.id, { start, end: new Date(start.getTime() + chance.one([30, 60, 90]) * 60_000) });
    return true;
  }
  const employee = event.attendees[0]?.id ?? '';
  const [invitation] = await talk.events(employee);
  if (!invitation) return false;
  await desk.respond(employee, invitation.id, act as 'accept');
  return true;
}

const isInCalendars = ({ move, booking }: Talk): boolean => move?.outcome !== 'under-way' && booking !== 'under-way';

/** The manager moves it in Samtal, unless the talk has no entry that could be moved; resolves when the calendars have it. */
async function moveInSamtal(samtal: GivenSamtal, manager: string, talk: TalkInCalendar): Promise<boolean> {
  const params = { talkId: talk.talkId };
  const offered = (await samtal.as(manager).call(findTimes, { params, query: {} })).body?.times ?? [];
  const { version } = await talk.read();
  const [time] = offered;
  if (!time) return false;
  const { status } = await samtal.as(manager).call(moveTalk, { params, body: { start: time.start }, version });
  if (status !== 200) return false;
  await until(async () => isInCalendars(await talk.read()), {
    message: 'the calendars have the new time',
    withinMs: 60_000,
  });
  return true;
}

/** Samtal looks into the calendar by itself, once. A look that is going on has begun before what happened last, and does not count. */
export async function lookOnce({ samtal, manager }: World): Promise<void> {
  const { id, tenantId } = samtal.find(manager);
  const visit = async () => (await findMailbox(samtal.platform.db, tenantId, id))?.visitDue;
  await until(async () => (await visit())?.leaseUntil === null, { message: 'nobody looks into the calendar', withinMs: 60_000 });
  await quarterPasses(samtal);
  // A look that met Samtal writing the same talk (entering the meeting's chat, say) is put off by seconds, and has not ended.
  const isOver = async (): Promise<boolean> => {
    const due = await visit();
    const isDone = due?.leaseUntil === null && due.attempts === 0 && due.at > (await samtal.desk.clock.now());
    if (!isDone) await samtal.desk.clock.pass({ minutes: 0.02 });
    return isDone;
  };
  await until(isOver, { message: 'the calendar was looked into', withinMs: 60_000, seen: visit });
}

/** Where talk and calendar do not agree, in words; `kept`: talk and time that the manager has decided to keep. */
export async function disagreements(world: World, kept: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = [];
  for (const [at, talk] of world.talks.entries()) {
    const wrong = await wrongIn(world, talk, kept);
    if (wrong !== null) found.push(`talk ${at}: ${wrong}`);
  }
  return found;
}

async function wrongIn(world: World, talk: TalkInCalendar, kept: ReadonlySet<string>): Promise<string | null> {
  const { start, attention, next } = await talk.read();
  const [event, more] = await talk.events();
  const asked = attention?.kind ?? 'nothing';
  if (more) return 'several events';
  if (!event) return next === 'find-time' || asked === 'deleted' ? null : `no event, and asked is ${asked}`;
  const begins = new Date(event.start).toISOString();
  if (begins !== start) {
    const isPast = new Date(begins) <= (await world.samtal.desk.clock.now());
    return isPast && asked === 'moved-away' ? null : `event at ${begins}, talk at ${start}, and asked is ${asked}`;
  }
  const declined = event.attendees[0]?.response === 'declined';
  const day = DateTime.fromISO(begins, { zone: 'Europe/Stockholm' }).toFormat('yyyy-MM-dd');
  const { windowFrom, windowTo } = world.cycle.settings;
  const wanted = declined ? 'declined' : day < windowFrom || day > windowTo ? 'outside-window' : 'nothing';
  // What was kept is asked about again once it has been otherwise in between; whether it was depends on when Samtal has looked.
  const isKept = kept.has(keyOf(talk, wanted, begins));
  return asked === wanted || (isKept && asked === 'nothing') ? null : `${wanted} in the calendar, and asked is ${asked}`;
}

const keyOf = ({ talkId }: TalkInCalendar, kind: string, start: string): string => `${talkId} ${kind} ${start}`;

/** The manager answers everything that is asked, and gives every talk a time again; what is kept is written into `kept`. */
export async function putRight(world: World, chance: Chance, kept: Set<string>): Promise<void> {
  for (const talk of world.talks) {
    const { attention } = await talk.read();
    if (!attention) continue;
    const [first] = attention.choices;
    const { kind } = attention;
    const keeps = kind === 'outside-window' || (kind === 'declined' && chance.oneIn(2));
    const [event] = await talk.events();
    if (keeps && event) kept.add(keyOf(talk, kind, new Date(event.start).toISOString()));
    await talk.answer(keeps ? 'keep' : (first ?? 'find-time')).catch(() => talk.answer('find-time'));
    await giveTime(world, talk);
  }
  await until(async () => (await Promise.all(world.talks.map((talk) => talk.read()))).every(({ booking }) => booking !== 'under-way'), {
    message: 'every talk is booked again',
    withinMs: 60_000,
  });
}

async function giveTime({ samtal, manager }: World, talk: TalkInCalendar): Promise<void> {
  const { next, version } = await talk.read();
  if (next !== 'find-time') return;
  const params = { talkId: talk.talkId };
  const [time] = (await samtal.as(manager).must(findTimes, { params, query: {} })).times;
  if (time) await samtal.as(manager).must(bookTalk, { params, body: { start: time.start }, version });
}
