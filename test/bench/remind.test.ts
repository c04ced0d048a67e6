/** The runs of `npm run bench:remind`, small: each reminder is seen once, whatever fails and whoever dies, and many are told in few calls. */
import { describe, expect, it } from 'vitest';
import { noTrouble } from '#test/given/virtual-m365.ts';
import { tell, thirtyPercent, type Run, type Told } from './remind-runs.ts';
import { scan } from './remind-scan.ts';

const seed = process.env.SAMTAL_SEED ?? String(Date.now());
console.log(`Seed of the reminders: ${seed} (SAMTAL_SEED repeats it)`);
const run = (part: Partial<Run>): Run => ({
  ...{ seed, reminders: 14, instances: 2, deaths: 2, lifeSteps: 15, trouble: thirtyPercent, outageSeconds: 0 },
  ...part,
});

const expectOnce = ({ lost, doubled, stray, deaths }: Told): void => {
  expect({ lost, doubled, stray }).toEqual({ lost: 0, doubled: 0, stray: 0 });
  expect(deaths).toBeGreaterThanOrEqual(2);
};

/** The outage did take hold: something was told in it, and no answer came back. */
const expectAllLost = ({ outage: { calls, lost } }: Told): void => {
  expect(lost).toBeGreaterThan(0);
  expect(lost).toBe(calls);
};

/** A busy machine starts instances slowly; the time in here is not the machine's. */
const patience = { timeout: 120_000 };

describe('reminders, while three of ten calls fail and instances die', patience, () => {
  it('are each seen once in the feed', async () => {
    // At first all arrive and every answer is lost: whatever is tried under another name is seen beside the first. For so long that also whoever dies before
    // the first call has been followed by one who makes it.
    const told = await tell('one', run({ outageSeconds: 20, outage: { ...noTrouble, lost: 1 } }));
    expectOnce(told);
    expectAllLost(told);
  });

  it('are each seen once when they say the same to all', async () => {
    expectOnce(await tell('alike', run({ reminders: 110, lifeSteps: 4 })));
  });

  it('are each seen once when the answer to all is lost, and telling all again is refused', async () => {
    const outage = { outageSeconds: 8, outage: { ...noTrouble, lost: 1 }, trouble: { ...noTrouble, forbidden: 1 }, deaths: 0 };
    const told = await tell('alike', run({ reminders: 30, ...outage }));
    expect(told).toMatchObject({ lost: 0, doubled: 0 });
    expectAllLost(told);
  });

  it('are each on one card and nowhere else once everybody has looked', async () => {
    // So many that some answers are lost in practically every run, and so few lost that none is eight times in a row: then the feed follows, as it should.
    const told = await tell('card', run({ reminders: 60, trouble: { ...noTrouble, lost: 0.2 } }));
    expectOnce(told);
    expect(told.copied).toBeGreaterThan(0);
    expect(told).toMatchObject({ cards: 60, both: 0 });
    expect(told.copiedAfter.at(-1)).toBe(0);
  });

  it('are sent once when a card arrived whose answer was lost, and its person looks at it at once', async () => {
    const trouble = { ...noTrouble, lost: 1 };
    const lostAnswers = run({ deaths: 0, trouble });
    expect(await tell('card', { ...lostAnswers, looking: 1 })).toMatchObject({
      ...{ lost: 0, doubled: 0, stray: 0 },
      ...{ cards: 14, both: 0, copied: 0 },
    });
  });

  it('are each sent once by mail', async () => {
    expectOnce(await tell('mail', run({ reminders: 10 })));
  });
});

describe('reminders, when nothing fails', patience, () => {
  it('that say the same need one call for a hundred people, and no more time than two calls a second take', async () => {
    const told = await tell('alike', run({ reminders: 210, instances: 1, deaths: 0, trouble: noTrouble }));
    expect(told).toMatchObject({ lost: 0, doubled: 0, refused: 0 });
    // Four lanes look for fellows at the same time: each may end with a call of its own.
    expect(told.requests).toBeLessThanOrEqual(6);
    expect(told.seconds).toBeLessThan(4);
  });

  it('of one manager come on one card, and are counted each by itself', async () => {
    const told = await tell('card', run({ reminders: 60, instances: 1, deaths: 0, trouble: noTrouble }));
    expect(told).toMatchObject({ lost: 0, doubled: 0, stray: 0, both: 0, cards: 60, copied: 0 });
    expect(told.together).toBeGreaterThan(1);
    expect(told.requests).toBeLessThan(60);
  });

  it('are at most thirty mails a minute, however many instances send them', async () => {
    const told = await tell('mail', run({ reminders: 31, deaths: 0, trouble: noTrouble }));
    // Nor is anything refused: together they ask for no more at a time than the mailbox allows.
    expect(told).toMatchObject({ lost: 0, doubled: 0, refused: 0 });
    expect(told.seconds).toBeGreaterThanOrEqual(60);
  });

  it('are found without reading the talks that have none', async () => {
    const { read, due } = await scan(1500, 8);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(2 * due);
  });
});
