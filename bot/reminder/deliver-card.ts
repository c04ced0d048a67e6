/**
 * Puts a card into a chat, whether somebody wrote first or not, or the sign that one is being written. Tokens for Teams come from the Agents SDK; they
 * go only to the address that Teams itself named in a signed message from this chat.
 */
import { CloudAdapter, HttpError, MsalTokenProvider } from '@microsoft/agents-hosting';
import type { Chat } from '#api/reminder/chat/keep-chat.ts';
import { systemClock, type Timer } from '#api/platform/clock/clock.ts';
import type { Config } from '#api/platform/config/config.ts';
import { cardMessage, type Card } from '#bot/talk/card.ts';

export type DeliverCard = (chat: Chat, card: Card) => Promise<void>;
export type Deliver = { card: DeliverCard; typing(chat: Chat): Promise<void> };

/** Channel name of Teams in the Bot Framework. */
const teams = 'msteams';
type Sent = Parameters<Parameters<Parameters<CloudAdapter['continueConversation']>[2]>[0]['sendActivity']>[0];

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
  const once = async (chat: Chat, sent: object): Promise<void> => {
    let isSent = false;
    let isOver = false;
    const reference = {
      channelId: teams,
      serviceUrl: chat.serviceUrl,
      conversation: { id: chat.chatId, tenantId: chat.tenantId },
      agent: { id: chat.botId },
    };
    const call = adapter.continueConversation(config.clientId, reference, async (context) => {
      context.onSendActivities((_context, activities, next) => {
        // Nobody waits any more: what has not left by now never does.
        if (isOver) throw new TeamsUnreached('given up');
        // The SDK would call it a reply to a message id that it has made up.
        for (const activity of activities) activity.replyToId = undefined;
        isSent = true;
        return next();
      });
      await context.sendActivity(sent as unknown as Sent);
    });
    try {
      await withinTime(clock, call);
    } catch (error) {
      throw !isSent || unreached.has(codeOf(error)) ? new TeamsUnreached(codeOf(error)) : error;
    } finally {
      isOver = true;
    }
  };
  const send = async (chat: Chat, sent: object): Promise<void> => {
    try {
      await once(chat, sent);
    } catch (error) {
      // A token that was good is refused: revoked or outlived. A fresh one is asked for once; a refused call had no effect.
      if (!(error instanceof HttpError) || error.status !== 401) throw withoutMessage(error);
      MsalTokenProvider.clearSharedCaches();
      await once(chat, sent).catch((second: unknown) => {
        throw withoutMessage(second);
      });
    }
  };
  return {
    card: (chat, card) => send(chat, cardMessage(card, chat.userId)),
    typing: (chat) => send(chat, { type: 'typing' }),
  };
}

function withoutMessage(error: unknown): unknown {
  if (!(error instanceof HttpError)) return error;
  const seconds = Number(error.response.headers.get('Retry-After') ?? Number.NaN);
  return new TeamsRefused(error.status, Number.isFinite(seconds) ? seconds : undefined);
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
