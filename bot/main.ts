/** The bot: one address in Samtal's own Express app. Checks who calls, hands over to the handlers, and gives reminders a way into the chat. */
import express, { type Express, type Request, type Response } from 'express';
import { timerOf } from '#api/platform/clock/clock.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { platformRefusals, refuse, type Refused, type Result } from '#api/platform/refusal/contract.ts';
import { answerActivity } from './people/answer-activity.ts';
import { createCheckActivity, type BotActivity } from './people/check-activity.ts';
import { createAdapter, createDeliver, TeamsRefused, TeamsUnreached } from './reminder/deliver-card.ts';
import { createCardChannel } from './reminder/send-reminder.ts';

/** Teams itself sends at most 100 kB. */
const bodyLimitBytes = 256_000;

type Answered = Parameters<Parameters<Parameters<ReturnType<typeof createAdapter>['process']>[2]>[0]['sendActivity']>[0];

/** Mounts POST /api/messages, and becomes the platform's card channel. */
export function mountBot(app: Express, platform: Platform): void {
  const adapter = createAdapter(platform.config);
  const deliver = createDeliver(adapter, platform.config, timerOf(platform.clock));
  const check = createCheckActivity(platform.config, platform.clock);
  platform.cards = createCardChannel(platform, deliver);

  /** One turn: the SDK reads the activity and signs the bot in, then the handlers answer. */
  const take = async (request: Request, response: Response, activity: BotActivity): Promise<void> => {
    const identity = { aud: platform.config.clientId, serviceurl: activity.serviceUrl };
    const turn = { body: request.body as Record<string, unknown>, headers: request.headers, method: request.method, user: identity };
    let begun = false;
    try {
      await adapter.process(turn, response, async (context) => {
        begun = true;
        const answer = await answerActivity(platform, deliver, activity);
        if (answer) await context.sendActivity({ type: 'invokeResponse', value: answer } as unknown as Answered);
      });
    } catch (error) {
      if (isMalformed(error)) return answerProblem(response, refuse('wrong-input', { field: 'body' }));
      // Before the handlers begin, only the sign-in of the bot can fail.
      if (begun && !(error instanceof TeamsRefused || error instanceof TeamsUnreached)) throw error;
      platform.log.warn({ reason: error instanceof Error ? error.name : 'unknown', type: activity.type }, 'the bot could not answer');
      answerProblem(response, refuse('microsoft-unavailable'));
    }
  };

  app.post('/api/messages', express.json({ limit: bodyLimitBytes, strict: true }), async (request: Request, response: Response) => {
    const checked = await check(request.get('authorization'), request.body).catch(unavailable);
    if (checked.ok) return take(request, response, checked.value);
    answerProblem(response, checked, isForged(request, checked) ? 403 : undefined);
    platform.log.warn(
      { requestId: response.locals.requestId as unknown, status: response.statusCode, reason: checked.reason },
      'a message to the bot was refused',
    );
  });
}

/** A token was brought, and does not prove that Teams sent this. Source: Bot Framework, "Authenticate requests from the connector". */
const isForged = (request: Request, { reason }: Refused): boolean =>
  reason === 'not-signed-in' && request.get('authorization') !== undefined;

/** Teams tells again what was answered with 503. */
function unavailable(error: unknown): Result<never> {
  if (error instanceof MicrosoftUnavailable) return refuse('microsoft-unavailable');
  throw error;
}

/** The SDK reads the whole activity by its own description, and throws what its reader throws. */
const isMalformed = (error: unknown): boolean => error instanceof Error && error.name === 'ZodError';

function answerProblem(
  response: Response,
  { reason, field }: Refused,
  status: number = platformRefusals[reason as keyof typeof platformRefusals],
): void {
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
