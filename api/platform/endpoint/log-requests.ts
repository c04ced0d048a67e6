/** Gives each request its id, and the log one line about it when it is over. Of an address only the path is written: what is asked for stands behind it. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';

/** At level `debug`; at `error` when Samtal failed. Over is also what the caller did not wait for. */
export function logRequests(log: Log, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const began = clock.now().getTime();
    response.locals.requestId = requestId;
    response.once('close', () => {
      const { statusCode: status, writableFinished: whole } = response;
      const path = request.originalUrl.split('?')[0];
      const line = { requestId, method: request.method, path, status, ms: clock.now().getTime() - began, ...(whole ? {} : { whole }) };
      if (status >= 500) log.error(line, 'a request failed');
      else log.debug(line, 'a request is answered');
    });
    next();
  };
}
