/**
 * Runs of reminders in virtual time on the local Microsoft 365 with its limits: many that each go to one person, many that say the same to all, cards,
 * and mails, while calls fail by chance and the instances that send them die. Told small in npm test (remind.test.ts), large in `npm run bench:remind`.
 */
import { randomUUID } from 'node:crypto';
import { chanceOf } from '#infra/local/m365/generate/seeded.ts';
import { crowdOf, type Crowd } from '#test/given/crowd.ts';
import { beginMortal, type Mortal } from '#test/given/mortal.ts';
import { givenVirtualSamtal, givePeople, giveTalks, type Life, type VirtualSamtal } from '#test/given/virtual-samtal.ts';
import { noTrouble, type Trouble, type VirtualM365 } from '#test/given/virtual-m365.ts';
import { createLook, createLooking, giveChats, lookAtAll, type Look } from './remind-chats.ts';
import { countDue, giveReminders, listReminders, type What } from './remind-rows.ts';
import { countCopied, countSeen, type Seen } from './remind-seen.ts';

/** Monday half past eight in Stockholm; the talks begin in two weeks. */
const now = new Date('2027-02-01T07:30:00Z');
const firstMonday = new Date('2027-02-15T00:00:00Z');
const perManager = 10;

/** Of 100 calls 30 fail: refused with 429; with 503, half of them after the work; done and the answer lost; cut before the work. */
export const thirtyPercent: Trouble = { tooMany: 0.08, unavailable: 0.12, lost: 0.05, cut: 0.05 };

export type Run = {
  seed: string;
  reminders: number;
  /** Instances that send at the same time. */
  instances: number;
  /** How many of them die, one after another, each at a random step. */
  deaths: number;
  /** Within so many steps. */
  lifeSteps: number;
  trouble: Trouble;
  /** For so long calls fail so at first: nothing is answered unless said otherwise. */
  outageSeconds: number;
  outage?: Trouble;
  /** Which share of people look at a new card at once. */
  looking?: number;
};
export type Told = Seen & {
  /** How many had a card more than once before everybody had looked; and still have after each look, more than a minute apart, while calls go on failing. */
  copied: number;
  copiedAfter: number[];
  /** From the moment that the service is back until the last is sent. */
  seconds: number;
  requests: number;
  refused: number;
  realSeconds: number;
  deaths: number;
  /** Calls that had ended when the outage did, and of how many of these the answer was lost. */
  outage: { calls: number; lost: number };
};
const calls: Record<What, RegExp> = {
  one: /sendActivityNotification$/,
  alike: /sendActivityNotificationToRecipients$/,
  card: /^card$|\/v3\/conversations\/|sendActivityNotification$/,
  mail: /\bmessages\b|sendMail$/,
};

export async function tell(what: What, run: Run): Promise<Told> {
  const chance = chanceOf(run.seed);
  const crowd = crowdOf(Array<number>(Math.ceil(run.reminders / perManager)).fill(perManager), firstMonday);
  addSender(crowd);
  const samtal = await givenVirtualSamtal({ crowd, now, chance: () => chance.whole(1_000_000) / 1_000_000 });
  try {
    const watcher = await samtal.begin();
    await givePeople(watcher, crowd);
    await giveTalks(watcher, crowd);
    await giveReminders(watcher, crowd, what, run.reminders);
    const { m365 } = samtal;
    const people = new Set((await listReminders(watcher)).map(({ recipientId }) => recipientId));
    if (what === 'card') await giveChats(watcher, m365.world, [...people]);
    const look = createLook(watcher, m365.world);
    const meanwhile = createLooking(m365.world, look, () => chance.whole(1000) < 1000 * (run.looking ?? 0));
    const began = performance.now();
    const back = m365.time.now().getTime() + run.outageSeconds * 1000;
    const sent = await m365.time.run(() => sendAll(samtal, watcher, { ...run, what, chance, meanwhile }));
    const reminders = await listReminders(watcher);
    const last = Math.max(...reminders.map(({ sentAt }) => sentAt?.getTime() ?? 0));
    const copied = countCopied(m365.world);
    const copiedAfter = what === 'card' ? await m365.time.run(() => lookOften(samtal, look)) : [];
    return {
      ...countSeen(m365.world, what, reminders),
      ...{ copied, copiedAfter },
      seconds: (last - back) / 1000,
      requests: countCalls(m365, what),
      refused: countCalls(m365, what, ' 429'),
      realSeconds: (performance.now() - began) / 1000,
      ...sent,
    };
  } finally {
    await samtal.stop();
  }
}

/** How many calls were made to tell people, or those that ended so. */
const countCalls = ({ counts }: VirtualM365, what: What, end = ''): number =>
  [...counts]
    .filter(([name]) => calls[what].test(name.split(' ')[0] ?? '') && name.endsWith(end))
    .reduce((sum, [, count]) => sum + count, 0);

/** The mailbox that mails are sent from. */
function addSender({ company }: Crowd): void {
  const [person] = company.people;
  if (person) company.people.push({ ...person, id: randomUUID(), alias: 'samtal', managerId: null });
}

/** A run ends, whatever happens: what is wrong is said instead of waited for. */
const longestRealMs = 30 * 60_000;

type Sending = Run & { what: What; chance: ReturnType<typeof chanceOf>; meanwhile: () => Promise<void> };

/** All instances at work until nothing is due; answers how many have died, and what became of the calls until the outage ended. */
async function sendAll(samtal: VirtualSamtal, watcher: Life, run: Sending): Promise<Pick<Told, 'deaths' | 'outage'>> {
  const { m365 } = samtal;
  const { time } = m365;
  m365.setTrouble(run.outageSeconds > 0 ? (run.outage ?? { ...noTrouble, cut: 1 }) : run.trouble, calls[run.what]);
  const back = time.now().getTime() + run.outageSeconds * 1000;
  let deaths = 0;
  let outage: Told['outage'] | null = null;
  const begin = async (): Promise<Mortal> => {
    // Nothing else moves on while an instance starts.
    const done = m365.busyWith(() => 1);
    const mortal = await beginMortal(samtal);
    if (deaths < run.deaths) mortal.dieAt({ step: 1 + run.chance.whole(run.lifeSteps), when: run.chance.oneIn(2) ? 'before' : 'after' });
    mortal.asPart(() => mortal.life.work(['share-limits', 'deliver-reminders']));
    done();
    return mortal;
  };
  const living = await Promise.all(Array.from({ length: run.instances }, begin));
  const longest = time.now().getTime() + 8 * 3_600_000;
  const patience = performance.now() + longestRealMs;
  for (;;) {
    await time.wait(5_000);
    await run.meanwhile();
    if (time.now().getTime() >= back) {
      outage ??= { calls: countCalls(m365, run.what), lost: countCalls(m365, run.what, ' lost') };
      m365.setTrouble(run.trouble, calls[run.what]);
    }
    if ((await countDue(watcher)) === 0) break;
    const late = time.now().getTime() > longest ? 'eight hours' : performance.now() > patience ? 'half an hour on this machine' : null;
    if (late) throw new Error(`After ${late} ${await countDue(watcher)} are still not sent (seed ${run.seed})`);
    for (const [at, mortal] of living.entries()) {
      if (!mortal.isDead()) continue;
      deaths += 1;
      mortal.close();
      living[at] = await begin();
    }
  }
  for (const mortal of living) {
    mortal.life.die();
    mortal.close();
  }
  return { deaths, outage: outage ?? { calls: 0, lost: 0 } };
}

/** Everybody looks at their chat, whenever their Teams asks, until it holds one card, or has looked so often. */
const mostLooks = 10;
async function lookOften({ m365: { time, world } }: VirtualSamtal, look: Look): Promise<number[]> {
  const left: number[] = [];
  while (left.length < mostLooks && left.at(-1) !== 0) {
    await lookAtAll(world, look);
    // Teams asks again when a minute has passed; what leaves the chat has left by then.
    await time.wait(61_000);
    left.push(countCopied(world));
  }
  return left;
}
