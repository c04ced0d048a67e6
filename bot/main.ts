/** The bot: one address in Samtal's own Express app. Checks who calls, hands over to the handlers, and gives reminders a way into the chat. */
import express, { type Express, type Request, type Response } from 'express';
import type { Platform } from '#api/platform/platform.ts';
import type { Refused } from '#api/platform/refusal/contract.ts';
import { answerActivity } from './people/answer-activity.ts';
import { createCheckActivity } from './people/check-activity.ts';
import { createAdapter, createDeliverCard } from './reminder/deliver-card.ts';
import { createSendPreparationDue } from './reminder/send-preparation-due.ts';

/** Teams itself sends at most 100 kB. */
const bodyLimitBytes = 256_000;

const statuses: Record<string, number> = { 'not-signed-in': 401, 'wrong-input': 400 };

/** Mounts POST /api/messages, and becomes the platform's card channel. */
export function mountBot(app: Express, platform: Platform): void {
  const adapter = createAdapter(platform.config);
  const deliver = createDeliverCard(adapter, platform.config);
  const check = createCheckActivity(platform.config, platform.clock);
  platform.cards = { sendPreparationDue: createSendPreparationDue(platform, deliver) };
  app.post('/api/messages', express.json({ limit: bodyLimitBytes, strict: true }), async (request: Request, response: Response) => {
    const checked = await check(request.get('authorization'), request.body);
    if (!checked.ok) return answerProblem(response, checked);
    const activity = checked.value;
    const identity = { aud: platform.config.clientId, serviceurl: activity.serviceUrl };
    const turn = { body: request.body as Record<string, unknown>, headers: request.headers, method: request.method, user: identity };
    try {
      await adapter.process(turn, response, () => answerActivity(platform, deliver, activity));
    } catch (error) {
      if (!isMalformed(error)) throw error;
      answerProblem(response, { ok: false, reason: 'wrong-input', field: 'body' });
    }
  });
}

/** The SDK reads the whole activity by its own description, and throws what its reader throws. */
const isMalformed = (error: unknown): boolean => error instanceof Error && error.name === 'ZodError';

function answerProblem(response: Response, { reason, field }: Refused): void {
  const status = statuses[reason] ?? 500;
  const problem = {
    type: `urn:samtal:${reason}`,
    title: reason.replaceAll('-', ' '),
    status,
    reason,
    field,
    requestId: response.locals.requestId as unknown,
  };
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.status(status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
}
