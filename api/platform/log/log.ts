/** The log: structured lines with ids and outcomes, never what people write. Callers pass ids, not documents. */
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Fields that must never be printed even if somebody passes a whole object by mistake. */
const forbidden = ['text', 'answers', 'notes', 'authorization', 'token', 'password', 'secret', 'sealed', 'assertion'];

/** A logger for the given level; `silent` prints nothing. */
export function createLog(level: string): Log {
  return pino({ level, redact: { paths: forbidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[left out]' } });
}
