/** Reads the options of `npm start`. Knows only their form; what they mean is start.ts's business. */
import { parseArgs } from 'node:util';

export type Options = { reset: boolean; port: number; data: string; help: boolean };

export const usage = `npm start -- [options]
  --port N    first of three neighbouring ports: Microsoft 365, Samtal, store (default 4100)
  --data DIR  folder that keeps everything between starts (default .data)
  --reset     forget what that folder keeps, and begin anew
  --help      this text`;

/** Throws an Error with a plain sentence when an option is unknown or its value is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { reset: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } },
  });
  const port = Number(values.port ?? 4100);
  if (!Number.isInteger(port) || port < 1 || port > 65_533)
    throw new Error(`--port must be a whole number from 1 to 65533, not "${values.port}".`);
  if (values.data === '') throw new Error('--data must name a folder.');
  return { reset: values.reset ?? false, port, data: values.data ?? '.data', help: values.help ?? false };
}
