/**
 * Tells whoever listens in this process what was asked of Graph and what was answered, bodies included, on a channel of Node's own. Nobody listens
 * unless a test does; nothing is kept.
 */
import { channel } from 'node:diagnostics_channel';

export type Exchange = {
  method: string;
  /** Below /v1.0, decoded, without the query. */
  path: string;
  request: unknown;
  status: number;
  answer: unknown;
};

export const exchangeChannel = 'm365.graph.exchange';
const exchanges = channel(exchangeChannel);

export function tellExchange(method: string, url: string, request: unknown, status: number, answer: unknown): void {
  if (!exchanges.hasSubscribers) return;
  const path = decodeURIComponent(url.split('?')[0] ?? '').replace(/^\/v1\.0/i, '');
  // As it goes over the wire: what is undefined is not there.
  const sent: unknown = answer === undefined || Buffer.isBuffer(answer) ? undefined : JSON.parse(JSON.stringify(answer));
  exchanges.publish({ method, path, request, status, answer: sent } satisfies Exchange);
}
