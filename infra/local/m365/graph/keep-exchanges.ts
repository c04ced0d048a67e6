/**
 * Writes each exchange with Graph into a file, a line of JSON each, for whoever wants to compare them afterwards: a test that has started this
 * process, for example. Off unless the environment names a file in M365_EXCHANGES; a killed process leaves all that it has answered.
 */
import { appendFileSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import { exchangeChannel } from './exchange.ts';

/** From now on, in this process. Called by the commands, not by `startM365`: who starts that hears the channel itself. */
export function keepExchanges(): void {
  const file = process.env.M365_EXCHANGES;
  if (file) subscribe(exchangeChannel, (exchange) => appendFileSync(file, `${JSON.stringify(exchange)}\n`));
}
