/** The desk of the local Microsoft 365, typed: what Microsoft would show to a person, and what only the desk can move. See infra/local/desk. */
import type { AnsweredCall } from '#infra/local/m365/core/world.ts';
import type { LimitName, Limits } from '#infra/local/m365/core/limits.ts';
import type { Fault, FaultKind, FaultService } from '#infra/local/m365/core/faults.ts';
import type * as seen from '#infra/local/m365/host/desk-api/desk-types.ts';

/** An instant, or words for one that a Date understands. */
type Instant = Date | string;
export type TokenWish = {
  version?: '1.0' | '2.0';
  /** Replace the usual ones; null takes one out. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  expiresInSeconds?: number;
  signedBy?: 'ours' | 'stranger' | 'nobody';
};
export type FaultWish = { service: FaultService; kind: FaultKind } & Partial<Omit<Fault, 'id' | 'service' | 'kind'>>;
export type PersonChange = {
  /** Somebody of the same company. */ manager?: string | null;
  enabled?: boolean;
  department?: string;
  jobTitle?: string;
  roles?: string[];
  /** Out of office. */
  autoReplies?: 'always' | { from: string; until: string } | null;
};
export type Passed = { minutes?: number; hours?: number; days?: number };

export type SubscriptionSeen = { id: string; resource: string; notificationUrl: string; expirationDateTime: string };

export type Desk = ReturnType<typeof deskAt>;

/** @param idOf object id of whoever is named */
export function deskAt(hostUrl: string, idOf: (who: string) => string, onClock: () => void) {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${hostUrl}/desk/api/${path}`, { method, ...sent });
    const text = await response.text();
    if (!response.ok) throw new Error(`The desk answered ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const of = (who: string, ...parts: string[]): string => ['people', idOf(who), ...parts].map(encodeURIComponent).join('/');
  const setClock = async (body: unknown): Promise<Date> => {
    const { now } = await send<{ now: string }>('POST', 'clock', body);
    // The worker rests by the machine's clock; what has become due is done now.
    onClock();
    return new Date(now);
  };
  return {
    ...mailboxCalls(send, of),
    ...chatCalls(send, of),
    company: () => send<seen.Company>('GET', 'company'),
    /** The SSO token that Teams would give the app for the person, or a wrong one on purpose. */
    token: async (who: string, wish: TokenWish = {}) => (await send<{ token: string }>('POST', of(who, 'token'), wish)).token,
    /** Changes the directory. Samtal sees it at its next reading: `samtal.readDirectory()`. */
    change: (who: string, { manager, ...change }: PersonChange) =>
      send<seen.Person>('PATCH', of(who), { ...change, ...(manager === undefined ? {} : { managerId: manager && idOf(manager) }) }),
    remove: (who: string) => send<unknown>('DELETE', of(who)),
    clock: {
      now: () => readClock(send),
      moveTo: (to: Instant) => setClock({ to: new Date(to).toISOString() }),
      pass: ({ minutes = 0, hours = 0, days = 0 }: Passed) => setClock({ minutes: minutes + 60 * hours + 1440 * days }),
    },
    faults: {
      add: (wish: FaultWish) => send<unknown>('POST', 'faults', wish),
      list: async () => (await send<{ faults: Fault[] }>('GET', 'faults')).faults,
      clear: () => send<unknown>('DELETE', 'faults'),
    },
    /** Limits of Microsoft Graph: tests of loads turn single ones off, by name. */
    limits: {
      read: () => send<Limits & { names: LimitName[] }>('GET', 'limits'),
      change: (change: Partial<Limits>) => send<unknown>('PATCH', 'limits', change),
    },
    /** Who is told of changes, and what Graph says about a subscription now. */
    subscriptions: async () => (await send<{ subscriptions: SubscriptionSeen[] }>('GET', 'subscriptions')).subscriptions,
    lifecycle: (subscriptionId: string, event: 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed') =>
      send<unknown>('POST', `subscriptions/${encodeURIComponent(subscriptionId)}/lifecycle`, { event }),
    /** What was asked of the services, oldest first; `next` is where to read on. */
    calls: ({ service, after = 0 }: { service?: FaultService; after?: number } = {}) =>
      send<{ calls: AnsweredCall[]; next: number }>('GET', `calls?after=${after}${service ? `&service=${service}` : ''}`),
  };
}

type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>;
const dayMs = 86_400_000;
const readClock = async (send: Send): Promise<Date> => new Date((await send<{ now: string }>('GET', 'clock')).now);
type PathOf = (who: string, ...parts: string[]) => string;

function mailboxCalls(send: Send, of: PathOf) {
  return {
    /** Everything in the calendar that touches the span: the week before now and the ten weeks after, unless given. */
    async calendar(who: string, span: { from?: Instant; to?: Instant } = {}): Promise<seen.CalendarEvent[]> {
      const now = span.from && span.to ? 0 : (await readClock(send)).getTime();
      const [from, to] = [new Date(span.from ?? now - 7 * dayMs), new Date(span.to ?? now + 70 * dayMs)];
      const query = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() }).toString();
      return (await send<{ events: seen.CalendarEvent[] }>('GET', `${of(who, 'calendar')}?${query}`)).events;
    },
    /** Makes an event as its organiser, written as Graph writes it: a series with `recurrence`. */
    createEvent: (who: string, event: object) => send<seen.CalendarEvent>('POST', of(who, 'calendar'), event),
    changeEvent: (who: string, eventId: string, change: object) => send<seen.CalendarEvent>('PATCH', of(who, 'calendar', eventId), change),
    /** What the person has thrown away, last first. */
    bin: async (who: string) => (await send<{ events: seen.CalendarEvent[] }>('GET', of(who, 'bin'))).events,
    /** Takes it out of the bin: the same meeting under a new id. */
    restore: (who: string, eventId: string) => send<seen.CalendarEvent>('POST', of(who, 'bin', eventId, 'restore')),
    respond: (who: string, eventId: string, response: 'accept' | 'decline' | 'tentative') =>
      send<unknown>('POST', of(who, 'calendar', eventId, 'respond'), { response }),
    move: (who: string, eventId: string, { start, end }: { start: Instant; end: Instant }) =>
      send<unknown>('POST', of(who, 'calendar', eventId, 'move'), {
        start: new Date(start).toISOString(),
        end: new Date(end).toISOString(),
      }),
    cancel: (who: string, eventId: string) => send<unknown>('POST', of(who, 'calendar', eventId, 'cancel'), {}),
    feed: async (who: string) => (await send<{ activities: seen.Activity[] }>('GET', of(who, 'feed'))).activities,
    mails: async (who: string) => (await send<{ mails: seen.Mail[] }>('GET', of(who, 'mails'))).mails,
  };
}

function chatCalls(send: Send, of: PathOf) {
  return {
    chats: async (who: string) => (await send<{ chats: seen.Chat[] }>('GET', of(who, 'chats'))).chats,
    messages: async (who: string, chatId: string) =>
      (await send<{ messages: seen.Message[] }>('GET', of(who, 'chats', chatId, 'messages'))).messages,
    /** Opens the person's chat with the bot, as adding the app does. */
    openBotChat: (who: string) => send<seen.Chat>('POST', of(who, 'chats', 'bot'), {}),
    /** Takes the app away from the person. */
    removeApp: (who: string) => send<unknown>('DELETE', of(who, 'chats', 'bot')),
    /** Writes into a chat; with the bot, `status` is what its endpoint answered. */
    write: (who: string, chatId: string, text: string) => send<{ status?: number }>('POST', of(who, 'chats', chatId, 'messages'), { text }),
    press: (who: string, chatId: string, messageId: string, action: { verb: string; data?: unknown }) =>
      send<{ status: number | null; says: string | null }>('POST', of(who, 'chats', chatId, 'messages', messageId, 'action'), action),
    /** Looks at a card: Teams asks the bot for it, once a minute at most; `status` null when it does not. */
    showCard: (who: string, chatId: string, messageId: string) =>
      send<{ status: number | null }>('POST', of(who, 'chats', chatId, 'messages', messageId, 'refresh'), {}),
    meeting: (who: string, found: { joinUrl: string } | { chatId: string }) =>
      send<seen.Meeting>('GET', `${of(who, 'meeting')}?${new URLSearchParams(found).toString()}`),
    startMeeting: (chatId: string) => send<unknown>('POST', `meetings/${encodeURIComponent(chatId)}/start`, {}),
    endMeeting: (chatId: string) => send<unknown>('POST', `meetings/${encodeURIComponent(chatId)}/end`, {}),
  };
}
