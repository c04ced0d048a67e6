import { describe, expect, it } from 'vitest';
import { createVirtualTime, type VirtualTime } from '#test/given/virtual-time.ts';
import { createPacer, type Leave, type Pacer } from './pacer.ts';

const begin = new Date('2027-02-01T08:00:00Z');
const answered = { refused: false, wait: null };

function given(): { time: VirtualTime; pacer: Pacer; seconds(): number } {
  const time = createVirtualTime(begin, () => 0);
  return { time, pacer: createPacer(time, () => 0), seconds: () => (time.now().getTime() - begin.getTime()) / 1000 };
}

async function letIn(pacer: Pacer, mailbox: string, isMessage = true): Promise<Leave> {
  const entered = await pacer.enter({ mailbox, isMessage }, 60_000);
  if ('leave' in entered) return entered.leave;
  throw new Error(`Closed for ${entered.closedMs} ms`);
}

describe('the pacer', () => {
  it('lets no more than four into one mailbox, and others in meanwhile once it may have more at a time', async () => {
    const { time, pacer, seconds } = given();
    const call = async (mailbox: string): Promise<number> => {
      const leave = await letIn(pacer, mailbox, false);
      const at = seconds();
      await time.wait(1000);
      leave(answered);
      return at;
    };
    const began = await time.run(() => Promise.all(['a', 'a', 'a', 'a', 'a', 'b', 'b'].map(call)));
    expect(began).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  it('sends the thirtieth message of a mailbox a minute after the answer to the first, and another mailbox’s at once', async () => {
    const { time, pacer, seconds } = given();
    const send = async (mailbox: string): Promise<number> => {
      const leave = await letIn(pacer, mailbox);
      leave(answered);
      return seconds();
    };
    const sent = await time.run(() => Promise.all([...Array<string>(30).fill('a'), 'b'].map(send)));
    expect(sent).toEqual([...Array<number>(29).fill(0), 60, 0]);
    expect([pacer.open('a'), pacer.open('c')]).toEqual([28, 29]);
  });

  it('says that a message may be sent two seconds before its mailbox opens, so that calendars are read meanwhile', async () => {
    const { time, pacer } = given();
    for (let sent = 0; sent < 29; sent += 1) (await letIn(pacer, 'a'))(answered);
    time.skip(57_999);
    expect(pacer.open('a')).toBe(0);
    time.skip(1);
    expect(pacer.open('a')).toBe(29);
  });

  it.each([1, 2, 3, 4])('of %i instances keeps with the others to what one mailbox allows', async (instances) => {
    const time = createVirtualTime(begin, () => 0);
    const pacers = Array.from({ length: instances }, () => createPacer(time, () => 0));
    for (const pacer of pacers) pacer.share(instances);
    const sent: number[] = [];
    let [underWay, most] = [0, 0];
    const send = async (pacer: Pacer): Promise<void> => {
      const leave = await letIn(pacer, 'a');
      most = Math.max(most, (underWay += 1));
      sent.push(time.now().getTime());
      await time.wait(2000);
      underWay -= 1;
      leave(answered);
    };
    await time.run(() => Promise.all(pacers.flatMap((pacer) => Array.from({ length: 24 }, () => send(pacer)))));
    expect(sent).toHaveLength(24 * instances);
    expect(most).toBeLessThanOrEqual(4);
    for (const at of sent) expect(sent.filter((other) => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(29);
  });

  it('lets less in at a time from the moment it knows of others, and more again when they have gone', async () => {
    const { time, pacer } = given();
    const go = await time.run(async () => {
      for (let calls = 0; calls < 40; calls += 1) {
        const held = await Promise.all(Array.from({ length: 4 }, (_, at) => letIn(pacer, `m${at}`, false)));
        for (const leave of held) leave(answered);
      }
      return pacer.most();
    });
    pacer.share(2);
    expect([go > 4, pacer.most() <= go / 2, pacer.open('a')]).toEqual([true, true, 14]);
    pacer.share(1);
    expect(pacer.open('a')).toBe(29);
  });

  it('keeps a mailbox closed that asked to wait, and says so to whoever will not wait that long', async () => {
    const { time, pacer, seconds } = given();
    (await letIn(pacer, 'a'))({ refused: true, wait: { retryAfterSeconds: 30, scope: null } });
    expect(pacer.open('a')).toBe(0);
    expect(await pacer.enter({ mailbox: 'a', isMessage: true }, 5_000)).toEqual({ closedMs: 30_000 });
    (await letIn(pacer, 'b'))(answered);
    (await time.run(() => letIn(pacer, 'a')))(answered);
    expect(seconds()).toBe(30);
  });

  it('keeps every mailbox closed when the answer concerns the app', async () => {
    const { time, pacer, seconds } = given();
    (await letIn(pacer, 'a'))({ refused: true, wait: { retryAfterSeconds: 3, scope: 'Application/ReadWrite/x' } });
    (await time.run(() => letIn(pacer, 'b')))(answered);
    expect(seconds()).toBe(3);
  });
});
