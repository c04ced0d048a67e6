/** The activities that Teams sends to a bot, one function each. Shapes only. Source: Microsoft's page on each event, and platform.md of the design. */
import { randomUUID } from 'node:crypto';
import type { Chat, ChatMessage, OnlineMeeting, User } from '../core/entities.ts';
import { ianaZone } from '../core/time-zone.ts';
import type { World } from '../core/world.ts';
import { botAccount, chatIdAtBot, serviceUrl, userAccount } from './account.ts';
import type { Activity } from './deliver-activity.ts';

const defaultLocale = 'en-US';

/** What every activity has. */
function from(world: World, user: User, chat: Chat, type: string): Activity {
  const locale = user.mailbox?.locale ?? defaultLocale;
  const timezone = ianaZone(user.mailbox?.timeZone ?? 'UTC') ?? 'Etc/UTC';
  const kind = chat.withBot ? { conversationType: 'personal' } : { conversationType: 'groupChat', isGroup: true };
  return {
    type,
    id: `f:${randomUUID()}`,
    timestamp: world.clock.now().toISOString(),
    localTimezone: timezone,
    channelId: 'msteams',
    serviceUrl,
    from: userAccount(user),
    recipient: botAccount(world),
    conversation: { ...kind, tenantId: user.tenantId, id: chatIdAtBot(chat) },
    entities: [{ locale, country: locale.split('-')[1] ?? 'US', platform: 'Web', timezone, type: 'clientInfo' }],
    channelData: { tenant: { id: user.tenantId } },
    locale,
  };
}

export const installation = (world: World, user: User, chat: Chat, action: 'add' | 'remove'): Activity => ({
  ...from(world, user, chat, 'installationUpdate'),
  action,
  channelData: { tenant: { id: user.tenantId }, source: { name: 'message' } },
});

export const joined = (world: World, user: User, chat: Chat): Activity => ({
  ...from(world, user, chat, 'conversationUpdate'),
  membersAdded: [{ id: botAccount(world).id }],
});

export const message = (world: World, user: User, chat: Chat, { id, text }: ChatMessage): Activity => ({
  ...from(world, user, chat, 'message'),
  id,
  text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<p>${escapeHtml(text)}</p>` }],
});

export const cardAction = (
  world: World,
  user: User,
  chat: Chat,
  shown: ChatMessage,
  { verb, data, trigger = 'manual' }: { verb?: string; data: unknown; trigger?: 'manual' | 'automatic' },
): Activity => ({
  ...from(world, user, chat, 'invoke'),
  name: 'adaptiveCard/action',
  replyToId: shown.id,
  value: { action: { type: 'Action.Execute', ...(verb === undefined ? {} : { verb }), data: data ?? {} }, trigger },
  channelData: { tenant: { id: user.tenantId }, source: { name: 'message' }, legacy: { replyToId: shown.id } },
});

export const meetingEvent = (world: World, organizer: User, chat: Chat, meeting: OnlineMeeting, kind: 'start' | 'end'): Activity => {
  const at = world.clock.now().toISOString();
  return {
    ...from(world, organizer, chat, 'event'),
    name: `application/vnd.microsoft.meeting${kind === 'start' ? 'Start' : 'End'}`,
    channelData: { tenant: { id: organizer.tenantId }, source: null, meeting: { id: meeting.meetingId } },
    value: {
      MeetingType: 'Scheduled',
      Title: meeting.subject,
      Id: meeting.meetingId,
      JoinUrl: meeting.joinUrl,
      ...(kind === 'start' ? { StartTime: at } : { EndTime: at }),
    },
  };
};

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
