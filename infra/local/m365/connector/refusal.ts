/** How the Teams service refuses a bot: a status, and a code with a sentence. Source: Microsoft's page of status codes of the bot service. */
import type { Response } from 'express';
import { noteCode } from '../core/answer-call.ts';

const usualCodes: Record<number, string> = {
  400: 'BadSyntax',
  401: 'Unauthorized',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

export function refuse(response: Response, status: number, message: string, code?: string): void {
  noteCode(response, answerError(response, status, code ?? null, message));
}

/** Without a token that is good, the service says only this. */
export function refuseToken(response: Response): void {
  noteCode(response, 'Unauthorized');
  response.status(401).json({ message: 'Authorization has been denied for this request.' });
}

export function answerError(response: Response, status: number, code: string | null, message = 'A fault that was asked for.'): string {
  const said = code ?? usualCodes[status] ?? 'ServiceError';
  response.status(status).json({ error: { code: said, message } });
  return said;
}
