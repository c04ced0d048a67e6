/**
 * `npm run bench:remind`: ten thousand due reminders of one tenant in virtual time, on the local Microsoft 365 with its limits. How many are seen
 * never or twice while three of ten calls fail and instances die, how late they are, and how many calls it takes. SAMTAL_REMINDERS makes it smaller.
 */
import { noTrouble } from '#test/given/virtual-m365.ts';
import { tell, thirtyPercent, type Run, type Told } from './remind-runs.ts';
import { scan } from './remind-scan.ts';
import { inTurn, type Row } from './report.ts';

/** Five a second for one person each, two a second for a hundred at most, thirty mails a minute (Microsoft Graph and Exchange). */
const onePerSecond = 5;
const callsPerSecond = 2;
const perCall = 100;
const mailsPerMinute = 30;

export async function measureReminders(): Promise<Row[]> {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  const reminders = Number(process.env.SAMTAL_REMINDERS ?? 10_000);
  console.log(`Seed of the reminders: ${seed} (SAMTAL_SEED repeats it)`);
  const hard: Run = { seed, reminders, instances: 5, deaths: 20, lifeSteps: 400, trouble: thirtyPercent, outageSeconds: 180 };
  const calm: Run = { ...hard, instances: 1, deaths: 0, trouble: noTrouble, outageSeconds: 0 };
  const mailed: Run = { ...hard, reminders: Math.min(300, reminders), instances: 3, deaths: 5, lifeSteps: 100, outageSeconds: 0 };
  return inTurn([
    () => alike(calm),
    () => hardAlike({ ...hard, deaths: 10, lifeSteps: 12 }),
    looks,
    () => mails(mailed),
    () => cards({ ...hard, outageSeconds: 0 }),
    () => ones(hard),
  ]);
}

async function alike(run: Run): Promise<Row[]> {
  const told = await tell('alike', run);
  const calls = Math.ceil(run.reminders / perCall);
  const least = Math.max(0, calls - callsPerSecond) / callsPerSecond;
  const what = `${run.reminders} reminders that say the same, nothing fails:`;
  return [
    { what: `${what} requests`, value: told.requests, unit: '', target: `least ${calls}, at most ${Math.ceil((calls * 11) / 10)}` },
    { what: `${what} virtual time`, value: told.seconds, unit: 's', target: `least ${least.toFixed(1)} s` },
    // As many as go out at once have no least time to be measured against.
    ...(least > 0 ? [{ what: `${what} against the least`, value: told.seconds / least, unit: '', target: 'at most 1.1' }] : []),
    ...seenOnce(what, told),
  ];
}

async function hardAlike(run: Run): Promise<Row[]> {
  const told = await tell('alike', run);
  const what = `The same, 30 % of the calls fail, after ${run.outageSeconds} s without any answer, ${told.deaths} of five instances killed:`;
  return [
    ...seenOnce(what, told),
    { what: `${what} the last, after the service is back`, value: told.seconds, unit: 's', target: 'at most 300' },
  ];
}

async function ones(run: Run): Promise<Row[]> {
  const told = await tell('one', run);
  const least = run.reminders / onePerSecond;
  const what = `${run.reminders} reminders with words of their own, 30 % of the calls fail, after ${run.outageSeconds} s without any answer, ${told.deaths} of five instances killed:`;
  // A call that fails has had its turn: as many more turns are the least.
  const turns = (told.requests / run.reminders) * least;
  return [
    ...seenOnce(what, told),
    { what: `${what} later than five calls a second allow`, value: Math.max(0, told.seconds - turns), unit: 's', target: 'at most 300' },
    {
      what: `${what} refused through its own fault`,
      value: (told.refused / told.requests) * 100,
      unit: '%',
      target: 'under 0.5',
    },
  ];
}

/** A card whose answer is lost is sent again, so that a chat may hold it twice until its person looks; the feed says it only when no card is certain. */
async function cards(run: Run): Promise<Row[]> {
  const rows: Row[] = [];
  for (const looking of [0, 0.5]) {
    const told = await tell('card', { ...run, looking });
    const calls = `${run.reminders} reminders on cards, 30 % of the calls to chats and feed fail, ${told.deaths} of five instances killed`;
    const who = `${calls}, ${looking * 100} % of people look at a new card at once:`;
    rows.push(
      ...seenOnce(who, told),
      { what: `${who} told with others on one card`, value: told.together, unit: '', target: '' },
      { what: `${who} on a card`, value: told.cards, unit: '', target: '' },
      { what: `${who} in the feed as well`, value: told.both, unit: '', target: '0' },
      { what: `${who} cards that are in the chat more than once until they look`, value: told.copied, unit: '', target: '' },
      ...told.copiedAfter.map((value, at) => ({
        what: `${who} still after ${at + 1} looks, more than a minute apart`,
        value,
        unit: '',
        target: '',
      })),
    );
  }
  return rows;
}

async function mails(run: Run): Promise<Row[]> {
  const told = await tell('mail', run);
  const what = `${run.reminders} mails, 30 % of sendings and look-ups fail, ${told.deaths} of three instances killed:`;
  const least = (run.reminders / mailsPerMinute) * 60;
  return [
    ...seenOnce(what, told),
    { what: `${what} virtual time`, value: told.seconds, unit: 's', target: `${least.toFixed(0)} s at 30 a minute` },
  ];
}

async function looks(): Promise<Row[]> {
  const { read, due, milliseconds } = await scan(100_000, 30);
  const what = `One look at what is due, ${due} of 100 000 talks:`;
  return [
    { what: `${what} read of the list of talks`, value: read, unit: '', target: `at most ${2 * due}: found, then taken` },
    { what: `${what} time`, value: milliseconds, unit: 'ms', target: '' },
  ];
}

function seenOnce(what: string, told: Told): Row[] {
  console.log(`  ${what} ${told.requests} requests, ${told.realSeconds.toFixed(0)} s for real`);
  return [
    { what: `${what} never seen`, value: told.lost, unit: '', target: '0' },
    { what: `${what} seen twice`, value: told.doubled, unit: '', target: '0' },
    { what: `${what} seen that are no reminder's, or another's`, value: told.stray, unit: '', target: '0' },
  ];
}
