/**
 * The address Microsoft Graph posts notifications to: the handshake, a bound on the body, and the three answers. Who may send is decided by what is
 * sent, not by a token. Knows no feature.
 */
import express, { type Express, type Request, type Response } from 'express';

const bodyLimitBytes = 1_000_000;
const longestToken = 2_000;
const statuses = { taken: 202, refused: 404, malformed: 400 } as const;

/** Mounts the address. `take` must have stored what it needs when it answers: Graph does not tell again what was answered with 202. */
export function serveNotifications(app: Express, path: string, take: (body: unknown) => Promise<keyof typeof statuses>): void {
  app.post(path, express.json({ limit: bodyLimitBytes, strict: true }), async (request: Request, response: Response) => {
    const token = request.query.validationToken;
    response.set('Cache-Control', 'no-store');
    // Echoed as plain text only: whatever it contains, nobody's browser may take it for a page.
    if (typeof token === 'string' && token.length <= longestToken) return void response.status(200).type('text/plain').send(token);
    response.status(statuses[await take(request.body)]).end();
  });
}
