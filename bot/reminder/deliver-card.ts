/**
 * Puts a card into a chat, whether somebody wrote first or not, or the sign that one is being written, and takes one out again. Tokens for Teams come from the Agents SDK; they
 * go only to the address that Teams itself named in a signed message from this chat.
 */
import { CloudAdapter, HttpError, MsalTokenProvider } from '@microsoft/agents-hosting';
import type { Chat } from '#api/reminder/chat/keep-chat.ts';
import { systemClock, type Timer } from '#api/platform/clock/clock.ts';
import type { Config } from '#api/platform/config/config.ts';
import { askedSeconds } from '#api/platform/graph/failures.ts';
import { cardMessage, type Card } from '#bot/talk/card.ts';

export type DeliverCard = (chat: Chat, card: Card) => Promise<void>;
/** `remove`: takes a message that the bot has put into the chat out of it again. */
export type Deliver = { card: DeliverCard; typing(chat: Chat): Promise<void>; remove(chat: Chat, messageId: string): Promise<void> };

/** Channel name of Teams in the Bot Framework. */
const teams = 'msteams';
type Turn = Parameters<Parameters<CloudAdapter['continueConversation']>[2]>[0];
type Sent = Parameters<Turn['sendActivity']>[0];

/** The SDK's adapter: receives and answers. The first tenant is the one the app is registered in, and signs the bot in. */
export function createAdapter(config: Config): CloudAdapter {
  const registration = { clientId: config.clientId, clientSecret: config.clientSecret, tenantId: config.tenants[0] ?? '' };
  const adapter = new CloudAdapter(registration, undefined, undefined, { validateServiceUrl: true });
  // What goes wrong in a turn is for the route to answer; the SDK would otherwise write its own words to the person.
  adapter.onTurnError = (_context, error) => Promise.reject(error);
  return adapter;
}

/**
 * Teams answered a message with an error. Carries the status, and what it asked to wait, only: the SDK's own error holds the whole message, which no
 * log may get.
 */
export class TeamsRefused extends Error {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number, retryAfterSeconds?: number) {
    super(`Teams answered ${status}`);
    this.name = 'TeamsRefused';
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The message never left: the bot could not sign in, or Teams could not be reached at all. Carries why by name only, since the error itself may hold the message. */
export class TeamsUnreached extends Error {
  constructor(why: string) {
    super(`Teams could not be reached: ${why}`);
    this.name = 'TeamsUnreached';
  }
}

/** Longer nobody waits for an answer: well under the lease of a reminder (api/platform/db/due.ts). */
const longestCallMs = 25_000;

/** @throws TeamsRefused (both ways) when Teams answers with an error, TeamsUnreached when nothing was sent; anything else means that no answer came. */
export function createDeliver(adapter: CloudAdapter, config: Config, clock: Timer = systemClock): Deliver {
  const once = async (chat: Chat, act: (turn: Turn) => Promise<unknown>): Promise<void> => {
    let isSent = false;
    let isOver = false;
    const reference = {
      channelId: teams,
      serviceUrl: chat.serviceUrl,
      conversation: { id: chat.chatId, tenantId: chat.tenantId },
      agent: { id: chat.botId },
    };
    const call = adapter.continueConversation(config.clientId, reference, async (context) => {
      const leave = <T>(next: () => Promise<T>): Promise<T> => {
        // Nobody waits any more: what has not left by now never does.
        if (isOver) throw new TeamsUnreached('given up');
        isSent = true;
        return next();
      };
      context.onSendActivities((_context, activities, next) => {
        // The SDK would call it a reply to a message id that it has made up.
        for (const activity of activities) activity.replyToId = undefined;
        return leave(next);
      });
      context.onDeleteActivity((_context, _reference, next) => leave(next));
      await act(context);
    });
    try {
      await withinTime(clock, call);
    } catch (error) {
      throw !isSent || unreached.has(codeOf(error)) ? new TeamsUnreached(codeOf(error)) : error;
    } finally {
      isOver = true;
    }
  };
  const ask = async (chat: Chat, act: (turn: Turn) => Promise<unknown>): Promise<void> => {
    try {
      await once(chat, act);
    } catch (error) {
      // A token that was good is refused: revoked or outlived. A fresh one is asked for once; a refused call had no effect.
      if (!(error instanceof HttpError) || error.status !== 401) throw withoutMessage(error);
      MsalTokenProvider.clearSharedCaches();
      await once(chat, act).catch((second: unknown) => {
        throw withoutMessage(second);
      });
    }
  };
  const send = (chat: Chat, sent: object): Promise<void> => ask(chat, (turn) => turn.sendActivity(sent as unknown as Sent));
  return {
    card: (chat, card) => send(chat, cardMessage(card, chat.userId)),
    typing: (chat) => send(chat, { type: 'typing' }),
    remove: (chat, messageId) => ask(chat, (turn) => turn.deleteActivity(messageId)),
  };
}

function withoutMessage(error: unknown): unknown {
  if (!(error instanceof HttpError)) return error;
  return new TeamsRefused(error.status, askedSeconds(error.response.headers));
}

/** What goes wrong before there is a connection to write to. */
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** Why a call failed, in one word: what fetch has from below, else the error's name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return (error instanceof TypeError && (error.cause as { code?: string } | undefined)?.code) || error.name;
}

async function withinTime(clock: Timer, call: Promise<void>): Promise<void> {
  const done = new AbortController();
  const late = clock.wait(longestCallMs, done.signal).then(() => {
    if (!done.signal.aborted) throw new Error('Teams did not answer in time');
  });
  try {
    await Promise.race([call, late]);
  } finally {
    done.abort();
  }
}
