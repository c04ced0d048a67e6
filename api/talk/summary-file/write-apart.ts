/**
 * Writes summary files in a thread of their own, so that the API answers others meanwhile: a long one takes a second. One thread is kept; files wait for
 * one another in it. This file is also what the thread runs: in development as it stands, in production as part of the one built file.
 */
import { isMainThread, parentPort, workerData, type Worker } from 'node:worker_threads';
import { startThread } from '#api/platform/thread/thread.ts';
import type { SummaryDocument } from './rules/model.ts';
import { writePdf } from './write-pdf.ts';
import { writeWord } from './write-word.ts';

export type FileKind = 'pdf' | 'word';

type Asked = { id: number; document: SummaryDocument; kind: FileKind };
/** What failed is told without its message: it could hold words of the document. */
type Answered = { id: number; bytes: Uint8Array<ArrayBuffer> | null; fault?: string };
type Waiting = { resolve: (bytes: Uint8Array<ArrayBuffer>) => void; reject: (error: Error) => void };

/** Says to this file that it runs as the thread that writes. */
const mark = 'samtal-summary-file';
const write = { pdf: writePdf, word: writeWord };

let thread: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Fails when the file cannot be written or the thread cannot go on; the next file gets a new one. */
export function writeApart(document: SummaryDocument, kind: FileKind): Promise<Uint8Array<ArrayBuffer>> {
  const id = (lastId += 1);
  const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => waiting.set(id, { resolve, reject }));
  thread ??= startWriter();
  thread.postMessage({ id, document, kind } satisfies Asked);
  return written;
}

function startWriter(): Worker {
  const started = startThread(import.meta.url, mark, hear);
  const giveUp = (): void => {
    if (thread === started) thread = null;
    for (const one of waiting.values()) one.reject(new Error('The thread that writes summary files has ended'));
    waiting.clear();
  };
  started.on('error', giveUp);
  started.on('exit', giveUp);
  return started;
}

function hear({ id, bytes, fault }: Answered): void {
  const one = waiting.get(id);
  waiting.delete(id);
  if (bytes) one?.resolve(bytes);
  else one?.reject(new Error(`A summary file could not be written: ${fault ?? ''}`));
}

async function answer({ id, document, kind }: Asked): Promise<void> {
  const say = (said: Answered): void => parentPort?.postMessage(said);
  try {
    say({ id, bytes: await write[kind](document) });
  } catch (error) {
    say({ id, bytes: null, fault: placeOf(error) });
  }
}

/** Kind and place of a fault, without its message. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 4)].join('\n');
}

if (!isMainThread && workerData === mark) parentPort?.on('message', (asked: Asked) => void answer(asked));
