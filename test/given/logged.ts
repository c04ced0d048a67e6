/** Everything that a Samtal under test writes to its log from now on, the requests it was sent among it. The log itself stays the product's own. */
import { symbols } from 'pino';
import type { Platform } from '#api/platform/platform.ts';

/** Lines at every level, oldest first; the list grows. */
export function loggedBy({ log }: Platform): string[] {
  const lines: string[] = [];
  // Loggers made of this one, one for each request, write to the same place.
  Object.assign(log, { [symbols.streamSym]: { write: (line: string) => void lines.push(line) } });
  log.level = 'debug';
  return lines;
}
