/** Typing, failing and meeting another version: what is typed is never lost, and nothing newer is overwritten. Runs on fake timers. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused } from '../call/refused.ts';
import { createSaver, type Stored } from './saver.ts';

type Server = Stored & { fail: (() => Refused) | null; loseAnswer: boolean; calls: number };

function server(): { state: Server; save: (text: string, version: number) => Promise<Stored> } {
  const state: Server = { text: '', version: 0, fail: null, loseAnswer: false, calls: 0 };
  const save = async (text: string, version: number): Promise<Stored> => {
    state.calls += 1;
    await Promise.resolve();
    if (state.fail) throw state.fail();
    if (version !== state.version) {
      const current = { text: state.text, version: state.version };
      throw new Refused({ type: 'urn:samtal:stale', title: 'stale', status: 412, reason: 'stale', current });
    }
    state.text = text;
    state.version += 1;
    if (state.loseAnswer) throw Refused.because('not-connected', 0);
    return { text: state.text, version: state.version };
  };
  return { state, save };
}

const offline = (): Refused => Refused.because('not-connected', 0);
const empty: Stored = { text: '', version: 0 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a text that saves itself', () => {
  it('saves once, a little after the last key', async () => {
    const { state, save } = server();
    const saver = createSaver({ stored: empty, save, limit: 100 });
    saver.type('H');
    await vi.advanceTimersByTimeAsync(300);
    saver.type('Hi');
    expect(saver.look().state).toBe('saving');
    await vi.advanceTimersByTimeAsync(599);
    expect(state.calls).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect([state.text, state.calls, saver.look().state]).toEqual(['Hi', 1, 'saved']);
  });

  it('says saved only when the server has answered, and sends what was typed meanwhile', async () => {
    const { state, save } = server();
    const saver = createSaver({ stored: empty, save, limit: 100 });
    saver.type('one');
    const flushed = saver.flush();
    saver.type('one two');
    expect(saver.look().state).toBe('saving');
    expect(await flushed).toBe(true);
    expect([state.text, state.calls]).toEqual(['one two', 2]);
  });

  it('keeps what is typed without a connection and sends it when it is back', async () => {
    const { state, save } = server();
    const saver = createSaver({ stored: empty, save, limit: 100 });
    state.fail = offline;
    saver.type('kept');
    expect(await saver.flush()).toBe(false);
    expect([saver.look().text, saver.look().state]).toEqual(['kept', 'not-connected']);
    state.fail = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([state.text, saver.look().state]).toEqual(['kept', 'saved']);
  });

  it('takes a lost answer for what it was: stored', async () => {
    const { state, save } = server();
    const saver = createSaver({ stored: empty, save, limit: 100 });
    state.loseAnswer = true;
    saver.type('once');
    await saver.flush();
    state.loseAnswer = false;
    expect(await saver.flush()).toBe(true);
    expect([state.text, state.version, saver.look().conflict]).toEqual(['once', 1, null]);
  });

  it('shows both texts when somebody else was faster, and does what is chosen', async () => {
    const { state, save } = server();
    const mine = createSaver({ stored: empty, save, limit: 100 });
    state.text = 'theirs';
    state.version = 3;
    mine.type('mine');
    expect(await mine.flush()).toBe(false);
    expect([mine.look().conflict, mine.look().text, state.text]).toEqual([{ text: 'theirs', version: 3 }, 'mine', 'theirs']);
    expect(await mine.keepMine()).toBe(true);
    expect([state.text, state.version]).toEqual(['mine', 4]);
    state.text = 'theirs again';
    state.version = 9;
    mine.type('mine again');
    await mine.flush();
    mine.takeOther();
    expect([mine.look().text, mine.look().state, state.text]).toEqual(['theirs again', 'saved', 'theirs again']);
  });

  it('puts both texts together when that is chosen, and sends that only when it is short enough', async () => {
    const { state, save } = server();
    const mine = createSaver({ stored: empty, save, limit: 14 });
    for (const [other, typed, together, stored] of [
      ['theirs', 'mine', 'theirs\n\nmine', true],
      ['', 'only mine', 'only mine', true],
      ['much longer', 'mine', 'much longer\n\nmine', false],
    ] as const) {
      Object.assign(state, { text: other, version: state.version + 1 });
      mine.type(typed);
      expect(await mine.flush()).toBe(false);
      expect(await mine.keepBoth()).toBe(stored);
      expect([mine.look().text, mine.look().tooLong, state.text]).toEqual([together, !stored, stored ? together : other]);
    }
  });

  it('does not send more than the limit, and keeps it', async () => {
    const { state, save } = server();
    const saver = createSaver({ stored: empty, save, limit: 3 });
    saver.type('four');
    expect(await saver.flush()).toBe(false);
    expect([state.calls, saver.look().text, saver.look().tooLong, saver.look().state]).toEqual([0, 'four', true, 'problem']);
    saver.type('fou');
    expect(await saver.flush()).toBe(true);
  });

  it('shows what the server refused until the text changes', async () => {
    const { state, save } = server();
    const saver = createSaver({ stored: empty, save, limit: 100 });
    state.fail = () => Refused.because('answer-too-long', 413);
    saver.type('long');
    await saver.flush();
    expect([saver.look().state, saver.look().error?.reason]).toEqual(['problem', 'answer-too-long']);
    saver.type('lon');
    expect(saver.look().error).toBeNull();
  });

  it('takes in a newer text only when nothing here waits', () => {
    const saver = createSaver({ stored: { text: 'a', version: 1 }, save: server().save, limit: 100 });
    saver.receive({ text: 'older', version: 1 });
    expect(saver.look().text).toBe('a');
    saver.receive({ text: 'b', version: 2 });
    expect(saver.look().text).toBe('b');
    saver.type('mine');
    saver.receive({ text: 'c', version: 3 });
    expect(saver.look().text).toBe('mine');
  });

  it('ends with the last typed text stored, whatever the network did', async () => {
    const step = fc.oneof(
      fc.record({ type: fc.string({ maxLength: 8 }) }),
      fc.record({ net: fc.constantFrom('up', 'down', 'lossy') }),
      fc.record({ wait: fc.integer({ min: 0, max: 3_000 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { state, save } = server();
        const saver = createSaver({ stored: empty, save, limit: 100 });
        let typed = '';
        for (const one of steps) {
          if ('type' in one) saver.type((typed = one.type));
          else if ('wait' in one) await vi.advanceTimersByTimeAsync(one.wait);
          else {
            state.fail = one.net === 'down' ? offline : null;
            state.loseAnswer = one.net === 'lossy';
          }
          expect(saver.look().text).toBe(typed);
          if (saver.look().state === 'saved') expect(state.text).toBe(typed);
        }
        state.fail = null;
        state.loseAnswer = false;
        await vi.advanceTimersByTimeAsync(20_000);
        expect([state.text, saver.look().conflict]).toEqual([typed, null]);
      }),
      { numRuns: 300 },
    );
  });
});
