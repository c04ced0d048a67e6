/** A program in a process of its own, as a person starts it in a terminal: what it says, how it ends, and how to end it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export type Program = {
  /** All that it has said so far, errors included. */
  said(): string;
  /** Resolves with what it has said when that holds these words; throws when it ends before. */
  untilSays(words: string, withinMs?: number): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when it has ended of its own or by a signal: with its exit code, or the signal's name. */
  ended(): Promise<number | NodeJS.Signals>;
  /** Ends it at once, without a chance to tidy up. Harmless when it has ended. */
  kill(): Promise<void>;
};

export type ProgramOptions = { cwd?: string; env?: Record<string, string | undefined> };

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Starts Node with these words. Nothing of the test runner's own environment reaches it. */
export function startNode(words: string[], { cwd = repository, env = {} }: ProgramOptions = {}): Program {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|MONGODB_URI$)/.test(name));
  const child = spawn(process.execPath, words, {
    cwd,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => void (said += part.toString()));
  // "close" and not "exit": then all that it said has arrived.
  const ending = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    said: () => said,
    async untilSays(words, withinMs = 30_000) {
      await until(() => said.includes(words) || hasEnded(), { message: `it says "${words}"`, withinMs, seen: () => said });
      if (!said.includes(words)) throw new Error(`It ended (${String(await ending)}) before it said "${words}": ${said}`);
      return said;
    },
    signal: (signal) => void child.kill(signal),
    ended: () => ending,
    async kill() {
      child.kill('SIGKILL');
      await ending;
    },
  };
}

/** TypeScript, run as the commands in package.json run it. */
export const startScript = (path: string, words: string[], options?: ProgramOptions): Program =>
  startNode(['--import', 'tsx', path, ...words], options);
