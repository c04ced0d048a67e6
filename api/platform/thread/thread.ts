/** Threads beside the one that answers requests, for work that computes. Knows nothing of the work itself. */
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread that runs a module and finds `mark` in its `workerData`. A module still in TypeScript gets the loader that a thread has not by
 * itself; `hear` gets what it says. The thread keeps no process alive.
 */
export function startThread<Message>(moduleUrl: string, mark: string, hear: (message: Message) => void): Worker {
  const asSource = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(moduleUrl)}, ${JSON.stringify(moduleUrl)}))`;
  const isSource = moduleUrl.endsWith('.ts');
  const thread = new Worker(isSource ? asSource : new URL(moduleUrl), { eval: isSource, workerData: mark });
  thread.on('message', hear);
  // After the listener, which would hold the process again.
  thread.unref();
  return thread;
}
