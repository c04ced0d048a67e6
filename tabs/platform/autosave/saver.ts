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
  /** After a conflict: write my text over the newer one, or take the newer one. */
  keepMine(): Promise<boolean>;
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

export function createSaver(parts: SaverParts): Saver {
  const { save, limit, onUnsaved = () => undefined, restMs = 600, retryMs = retryLater } = parts;
  const followers = new Set<() => void>();
  let { stored } = parts;
  let text = stored.text;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let error: Refused | null = null;
  let conflict: Stored | null = null;
  /** Texts that were sent and never answered: any of them may be what is stored now. */
  let unsure: string[] = [];
  let look = describe();

  function isUnsaved(): boolean {
    return text !== stored.text || unsure.length > 0;
  }
  function describe(): SaverLook {
    const unsaved = isUnsaved();
    const failed = error && (error.reason === 'not-connected' ? 'not-connected' : 'problem');
    const tooLong = text.length > limit;
    const state = !unsaved ? (stored.version === 0 ? 'nothing-yet' : 'saved') : conflict || tooLong ? 'problem' : (failed ?? 'saving');
    return { text, state, error, conflict, tooLong };
  }
  function tell(): void {
    look = describe();
    onUnsaved(isUnsaved());
    followers.forEach((changed) => changed());
  }
  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }
  const mustSend = (): boolean => isUnsaved() && conflict === null && text.length <= limit;

  async function send(): Promise<boolean> {
    const sent = text;
    try {
      stored = await save(sent, stored.version);
      unsure = [];
      failures = 0;
      error = null;
      return true;
    } catch (thrown) {
      const refused = asRefused(thrown);
      const current = refused.reason === 'stale' ? storedOf(refused.problem.current) : null;
      if (current) return meet(current, sent);
      error = refused;
      failures += 1;
      if (refused.passing || refused.problem.status >= 500) unsure = [...unsure, sent].slice(-unsureLimit);
      if (refused.passing || refused.problem.status >= 500 || refused.problem.status === 401) later(retryMs(failures));
      return false;
    } finally {
      tell();
    }
  }
  /** The server has another version. An answer that was lost on its way back is no conflict: it holds what we sent. */
  function meet(current: Stored, sent: string): boolean {
    const known = [sent, text, stored.text, ...unsure].includes(current.text);
    unsure = [];
    error = null;
    failures = 0;
    if (!known) {
      conflict = current;
      return false;
    }
    stored = current;
    return true;
  }
  async function sendAll(): Promise<void> {
    while (mustSend()) if (!(await send())) return;
  }
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    await sending;
    return !isUnsaved();
  }

  return {
    look: () => look,
    follow(changed) {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    type(typed) {
      text = typed;
      if (error && error.reason !== 'not-connected') error = null;
      // While there is no connection the retry is on its way already; typing does not hurry it.
      if (!error) later(restMs);
      tell();
    },
    receive(read) {
      if (isUnsaved() || sending || read.version <= stored.version) return;
      stored = read;
      text = read.text;
      tell();
    },
    flush,
    keepMine() {
      if (conflict) stored = conflict;
      conflict = null;
      tell();
      return flush();
    },
    takeOther() {
      if (!conflict) return;
      stored = conflict;
      text = conflict.text;
      conflict = null;
      error = null;
      tell();
    },
  };
}

/** The stored text inside a `stale` problem, checked by hand: the tab carries no schemas. */
function storedOf(current: unknown): Stored | null {
  if (typeof current !== 'object' || current === null) return null;
  const { text, version } = current as Record<string, unknown>;
  return typeof text === 'string' && typeof version === 'number' ? { text, version } : null;
}
