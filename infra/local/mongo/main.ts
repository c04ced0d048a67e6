/** `npm run store -- --data DIR --port N`: the store alone, in the foreground. Prints its address as the last line of its start. */
import { parseArgs } from 'node:util';
import { onStopSignal } from '../stop-signal.ts';
import { startStore } from './start.ts';

const usage = `npm run store -- [options]
  --data DIR  folder that keeps the data (default: nothing is kept)
  --port N    port on 127.0.0.1 (default 4102; 0 takes a free one)
  --help      this text`;

const fail = (sentence: string, code: number): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};

function readOptions(): { data: string | undefined; port: number; help: boolean } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean' } } });
    const port = Number(values.port ?? 4102);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
    if (values.data === '') throw new Error('--data must name a folder.');
    return { data: values.data, port, help: values.help ?? false };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

async function main(): Promise<void> {
  const { data, port, help } = readOptions();
  if (help) return void process.stdout.write(`${usage}\n`);
  const store = await startStore({ ...(data ? { dir: data } : {}), port }).catch((error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
    return fail(
      isTaken ? `Port ${port} is taken. Choose another: npm run store -- --port N` : `The store could not start. ${error.message}`,
      1,
    );
  });
  onStopSignal(
    () =>
      void store.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(`The store could not stop in good order. ${error instanceof Error ? error.message : String(error)}`, 1),
      ),
  );
  process.stdout.write(`${store.uri}\n`);
}

await main();
