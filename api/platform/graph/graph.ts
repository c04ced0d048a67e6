/** Microsoft Graph as features use it: every call with the tenant it is for, nothing of addresses or tokens. */
import { systemClock, type Timer } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { sendActivity, sendActivityInChat, sendActivityToMany, type Activity } from './activity.ts';
import { readAutoReplies, type AutoReplies } from './auto-replies.ts';
import { findHandMade, type HandMade } from './calendar-by-hand.ts';
import { createEvent, findEvent, readEvent, readSchedules, type BookedEvent, type EventInput, type Schedule } from './calendar.ts';
import { cancelEvent, findSeenEvent, moveEvent, readSeenEvent, type EventChange, type SeenEvent } from './calendar-changes.ts';
import { readCalendarChanges, type CalendarChanges } from './calendar-delta.ts';
import { createSendGraph, mailboxName } from './http.ts';
import { installForPerson } from './installation.ts';
import { sendMail, type Mail, type Try } from './mail.ts';
import { findMeetingChat, installInChat, type ChatPermission } from './meeting.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { listPlaces, type Place } from './places.ts';
import { readMyMailboxSettings } from './on-behalf-of.ts';
import { readMailboxSettings, readUser, readUserChanges, type DirectoryUser, type MailboxSettings } from './people.ts';
import {
  createSubscription,
  deleteSubscription,
  listSubscriptions,
  renewSubscription,
  type Subscription,
  type SubscriptionWish,
} from './subscription.ts';

export type Graph = {
  pace: {
    /** How many invitations this person's mailbox could send now or within two seconds. */
    open(tenantId: string, personId: string): number;
    /** How many calls into mailboxes are let in at a time, now. */
    atOnce(): number;
    /** Says how many instances share Microsoft's limits, this one included. */
    share(instances: number): void;
  };
  readUserChanges(tenantId: string, deltaLink: string | null): Promise<{ users: DirectoryUser[]; deltaLink: string; restarted: boolean }>;
  /** Null when the directory does not have them (any more). */
  readUser(tenantId: string, personId: string): Promise<DirectoryUser | null>;
  readMailboxSettings(tenantId: string, personIds: string[]): Promise<Map<string, MailboxSettings | null>>;
  readAutoReplies(tenantId: string, personIds: string[]): Promise<Map<string, AutoReplies>>;
  /** With the person's own SSO token, on their behalf. */
  readMyMailboxSettings(tenantId: string, ssoToken: string): Promise<MailboxSettings>;
  /** Null without permission for places. */
  listPlaces(tenantId: string): Promise<Place[] | null>;
  /** `orElsewhere`: a mailbox that asks to wait is not waited for, since its caller asks in another one. */
  readSchedules(
    tenantId: string,
    asId: string,
    addresses: string[],
    from: Date,
    to: Date,
    how?: { orElsewhere: boolean },
  ): Promise<Map<string, Schedule | null>>;
  createEvent(tenantId: string, organizerId: string, input: EventInput): Promise<BookedEvent>;
  findEvent(tenantId: string, organizerId: string, bookingId: string): Promise<BookedEvent | null>;
  readEvent(tenantId: string, organizerId: string, eventId: string): Promise<BookedEvent | null>;
  findHandMade(tenantId: string, personId: string, wanted: HandMade): Promise<BookedEvent | null>;
  readSeenEvent(tenantId: string, personId: string, eventId: string): Promise<SeenEvent | null>;
  findSeenEvent(tenantId: string, personId: string, wanted: { iCalUId: string | null; bookingId: string }): Promise<SeenEvent | null>;
  moveEvent(tenantId: string, organizerId: string, eventId: string, change: EventChange): Promise<BookedEvent | null>;
  cancelEvent(tenantId: string, organizerId: string, eventId: string, comment?: string): Promise<void>;
  readCalendarChanges(
    tenantId: string,
    personId: string,
    deltaLink: string | null,
    window: { from: Date; to: Date },
  ): Promise<CalendarChanges>;
  createSubscription(tenantId: string, wish: SubscriptionWish): Promise<Subscription>;
  renewSubscription(tenantId: string, id: string, expiresAt: Date): Promise<Subscription | null>;
  deleteSubscription(tenantId: string, id: string): Promise<void>;
  listSubscriptions(tenantId: string, personId: string, url: string): Promise<string[]>;
  findMeetingChat(tenantId: string, organizerId: string, joinUrl: string): Promise<string | null>;
  installInChat(tenantId: string, chatId: string, permissions: ChatPermission[]): Promise<void>;
  installForPerson(tenantId: string, personId: string): Promise<boolean>;
  sendActivity(tenantId: string, personId: string, activity: Activity): Promise<void>;
  sendActivityInChat(tenantId: string, chat: { chatId: string; personId: string }, activity: Activity): Promise<void>;
  sendActivityToMany(tenantId: string, personIds: string[], activity: Activity): Promise<void>;
  sendMail(tenantId: string, mail: Mail, attempt: Try): Promise<void>;
};

/** Makes the Graph calls for this app registration, in its own pace. */
export function createGraph(config: Config, clock: Timer = systemClock, pacer: Pacer = createPacer(clock)): Graph {
  const send = createSendGraph(config, { clock, pacer });
  return {
    pace: {
      open: (tenantId, personId) => pacer.open(mailboxName(tenantId, personId)),
      atOnce: () => pacer.most(),
      share: (instances) => pacer.share(instances),
    },
    readUserChanges: (...rest) => readUserChanges(send, ...rest),
    readUser: (...rest) => readUser(send, ...rest),
    readMailboxSettings: (...rest) => readMailboxSettings(send, ...rest),
    readAutoReplies: (...rest) => readAutoReplies(send, ...rest),
    readMyMailboxSettings: (...rest) => readMyMailboxSettings(config, ...rest),
    listPlaces: (...rest) => listPlaces(send, ...rest),
    readSchedules: (...rest) => readSchedules(send, ...rest),
    createEvent: (...rest) => createEvent(send, ...rest),
    findEvent: (...rest) => findEvent(send, ...rest),
    readEvent: (...rest) => readEvent(send, ...rest),
    findHandMade: (...rest) => findHandMade(send, ...rest),
    readSeenEvent: (...rest) => readSeenEvent(send, ...rest),
    findSeenEvent: (...rest) => findSeenEvent(send, ...rest),
    moveEvent: (...rest) => moveEvent(send, ...rest),
    cancelEvent: (...rest) => cancelEvent(send, ...rest),
    readCalendarChanges: (...rest) => readCalendarChanges(send, ...rest),
    createSubscription: (...rest) => createSubscription(send, ...rest),
    renewSubscription: (...rest) => renewSubscription(send, ...rest),
    deleteSubscription: (...rest) => deleteSubscription(send, ...rest),
    listSubscriptions: (...rest) => listSubscriptions(send, ...rest),
    findMeetingChat: (...rest) => findMeetingChat(send, ...rest),
    installInChat: (tenantId, chatId, permissions) => installInChat(send, tenantId, chatId, config.teamsAppId, permissions),
    installForPerson: (tenantId, personId) => installForPerson(send, tenantId, personId, config.teamsAppId),
    sendActivity: (...rest) => sendActivity(send, ...rest),
    sendActivityInChat: (...rest) => sendActivityInChat(send, ...rest),
    sendActivityToMany: (...rest) => sendActivityToMany(send, ...rest),
    sendMail: (tenantId, mail, attempt) => sendMail(send, tenantId, config.mailFrom, mail, attempt),
  };
}
