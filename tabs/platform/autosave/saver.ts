/**
 * One text that saves itself: a little after the last keystroke, at once when asked, again after a lost connection. It keeps what was typed
 * whatever the server says, and never overwrites a newer text. Knows no React and no endpoint; timers are its only side effect.
 */
import { asRefused, type Refused } from '../call/refused.ts';

/** A text as the server has it. */
export type Stored = { text: string; version: number };

export type SaverLook = {
  /** What is on the screen. */
  text: string;
  state: 'nothing-yet' | 'saving' | 'saved' | 'not-connected' | 'problem';
  /** Why the last attempt failed; null once it succeeded or the text changed. */
  error: Refused | null;
  /** The newer text on the server, when both must be shown side by side. */
  conflict: Stored | null;
  /** More characters (UTF-16 code units) than the limit: kept here, not sent. */
  tooLong: boolean;
};

export type Saver = {
  look(): SaverLook;
  /** Calls back after each change; answers how to stop. */
  follow(changed: () => void): () => void;
  type(text: string): void;
  /** Takes in what was just read; ignored when older, or when something here is not stored yet. */
  receive(stored: Stored): void;
  /** Sends what is not stored, now. Resolves with whether everything is stored. */
  flush(): Promise<boolean>;
  /** After a conflict: write my text over the newer one, mine after it, or take the newer one. */
  keepMine(): Promise<boolean>;
  keepBoth(): Promise<boolean>;
  takeOther(): void;
};

export type SaverParts = {
  stored: Stored;
  /** Saves; the answer is what is stored now. Throws `Refused`. */
  save(text: string, version: number): Promise<Stored>;
  limit: number;
  /** Told whenever the text becomes unsaved or saved. */
  onUnsaved?(unsaved: boolean): void;
  restMs?: number;
  /** Wait before the attempt after n failures. */
  retryMs?(failures: number): number;
};

/** A forgotten one only makes us ask which text to keep. */
const unsureLimit = 50;

const retryLater = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 15_000);

/** What a saver knows; changed only by the functions below. */
type State = {
  stored: Stored;
  text: string;
  failures: number;
  error: Refused | null;
  conflict: Stored | null;
  /** Sent and never answered: each of these texts may be what is stored now. */
  unsure: string[];
};

export function createSaver(parts: SaverParts): Saver {
  const { save, limit, onUnsaved = () => undefined, restMs = 600, retryMs = retryLater } = parts;
  const followers = new Set<() => void>();
  const state: State = { stored: parts.stored, text: parts.stored.text, failures: 0, error: null, conflict: null, unsure: [] };
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let look = describe(state, limit);

  function tell(set: Partial<State> = {}): void {
    Object.assign(state, set);
    look = describe(state, limit);
    onUnsaved(isUnsaved(state));
    followers.forEach((changed) => changed());
  }
  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }
  async function send(): Promise<boolean> {
    const sent = state.text;
    try {
      settle(state, await save(sent, state.stored.version));
      return true;
    } catch (thrown) {
      const refused = asRefused(thrown);
      const current = refused.reason === 'stale' ? storedOf(refused.problem.current) : null;
      if (current) return meet(state, current, sent);
      if (noteFailure(state, refused, sent)) later(retryMs(state.failures));
      return false;
    } finally {
      tell();
    }
  }
  async function sendAll(): Promise<void> {
    while (isUnsaved(state) && state.conflict === null && state.text.length <= limit) if (!(await send())) return;
  }
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => void (sending = null));
    await sending;
    return !isUnsaved(state);
  }

  return {
    look: () => look,
    follow(changed) {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    type(typed) {
      if (state.error && state.error.reason !== 'not-connected') state.error = null;
      // While there is no connection the retry is on its way already; typing does not hurry it.
      if (!state.error) later(restMs);
      tell({ text: typed });
    },
    receive(read) {
      if (!isUnsaved(state) && !sending && read.version > state.stored.version) tell({ stored: read, text: read.text });
    },
    flush,
    keepMine() {
      tell(chosen(state, 'mine'));
      return flush();
    },
    keepBoth() {
      tell(chosen(state, 'both'));
      return flush();
    },
    takeOther: () => tell(chosen(state, 'other')),
  };
}

const isUnsaved = ({ text, stored, unsure }: State): boolean => text !== stored.text || unsure.length > 0;

function describe(state: State, limit: number): SaverLook {
  const { text, stored, error, conflict } = state;
  const failed = error && (error.reason === 'not-connected' ? 'not-connected' : 'problem');
  const tooLong = text.length > limit;
  const unsaved = conflict || tooLong ? 'problem' : (failed ?? 'saving');
  const saved = stored.version === 0 ? 'nothing-yet' : 'saved';
  return { text, state: isUnsaved(state) ? unsaved : saved, error, conflict, tooLong };
}

/** What a conflict ends with; nothing when there is none. Either way the newer version is the one that is written over next. */
function chosen({ conflict, text }: State, which: 'mine' | 'both' | 'other'): Partial<State> {
  if (!conflict) return {};
  const both = [conflict.text, text].filter((one) => one !== '').join('\n\n');
  return { stored: conflict, text: { mine: text, both, other: conflict.text }[which], conflict: null, error: null };
}

/** The server holds this now, and it is what we sent. */
function settle(state: State, stored: Stored): void {
  Object.assign(state, { stored, unsure: [], failures: 0, error: null });
}

/** The server has another version. An answer that was lost on its way back is no conflict: it holds what we sent. Answers whether all is well. */
function meet(state: State, current: Stored, sent: string): boolean {
  const known = [sent, state.text, state.stored.text, ...state.unsure].includes(current.text);
  settle(state, known ? current : state.stored);
  if (!known) state.conflict = current;
  return known;
}

/** Answers whether the same may be tried again later without anybody doing anything. */
function noteFailure(state: State, refused: Refused, sent: string): boolean {
  state.error = refused;
  state.failures += 1;
  const passing = refused.passing || refused.problem.status >= 500;
  if (passing) state.unsure = [...state.unsure, sent].slice(-unsureLimit);
  return passing || refused.problem.status === 401;
}

/** The stored text inside a `stale` problem, checked by hand: the tab carries no schemas. */
function storedOf(current: unknown): Stored | null {
  if (typeof current !== 'object' || current === null) return null;
  const { text, version } = current as Record<string, unknown>;
  return typeof text === 'string' && typeof version === 'number' ? { text, version } : null;
}
