/**
 * Puts a card into a chat, whether somebody wrote first or not, or the sign that one is being written. Tokens for Teams come from the Agents SDK; they
 * go only to the address that Teams itself named in a signed message from this chat.
 */
import { CloudAdapter, HttpError, MsalTokenProvider } from '@microsoft/agents-hosting';
import type { Chat } from '#api/reminder/chat/keep-chat.ts';
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

/** Teams answered a message with an error. Carries the status only: the SDK's own error holds the whole message, which no log may get. */
export class TeamsRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Teams answered ${status}`);
    this.name = 'TeamsRefused';
    this.status = status;
  }
}

/** @throws TeamsRefused (both ways) when Teams answers with an error; anything else means that no answer came. */
export function createDeliver(adapter: CloudAdapter, config: Config): Deliver {
  const once = (chat: Chat, sent: object): Promise<void> => {
    const reference = {
      channelId: teams,
      serviceUrl: chat.serviceUrl,
      conversation: { id: chat.chatId, tenantId: chat.tenantId },
      agent: { id: chat.botId },
    };
    return adapter.continueConversation(config.clientId, reference, async (context) => {
      // The SDK would call it a reply to a message id that it has made up.
      context.onSendActivities((_context, activities, next) => {
        for (const activity of activities) activity.replyToId = undefined;
        return next();
      });
      await context.sendActivity(sent as unknown as Sent);
    });
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

const withoutMessage = (error: unknown): unknown => (error instanceof HttpError ? new TeamsRefused(error.status) : error);
