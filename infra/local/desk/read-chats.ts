/** Chats and meetings as one of their people sees them. Nobody else finds them. */
import { z } from 'zod';
import { cardFor, messagesOf } from '../m365/connector/messages.ts';
import type { Chat, ChatMessage, OnlineMeeting, User } from '../m365/core/entities.ts';
import { readManifest } from '../m365/core/manifest.ts';
import type { World } from '../m365/core/world.ts';
import { hasApp, named, type Named } from './read-people.ts';
import { notFound, readInput } from './refusal.ts';

export function findChat(world: World, user: User, chatId: unknown): Chat {
  const chat = world.chats.get(String(chatId));
  if (!chat?.memberIds.includes(user.id)) throw notFound('chat');
  return chat;
}

export function findMessage(world: World, chat: Chat, messageId: unknown): ChatMessage {
  const message = world.chatMessages.get(String(messageId));
  if (message?.chatId !== chat.id) throw notFound('message');
  return message;
}

/** Those in which something happened last come first, as in Teams. */
export function readChats(world: World, user: User): unknown {
  const lastAt = (chat: Chat): string => messagesOf(world, chat).at(-1)?.at ?? chat.createdDateTime;
  const chats = world.chats
    .by('tenant', user.tenantId)
    .filter(({ memberIds }) => memberIds.includes(user.id))
    .map((chat) => ({ chat, at: lastAt(chat) }))
    .sort((a, b) => b.at.localeCompare(a.at) || a.chat.id.localeCompare(b.chat.id))
    .map(({ chat }) => chat);
  return { chats: chats.map((chat) => describeChat(world, user, chat)) };
}

export function describeChat(world: World, user: User, chat: Chat): unknown {
  const last = messagesOf(world, chat).at(-1);
  const meeting = chat.onlineMeetingId === null ? undefined : world.onlineMeetings.get(chat.onlineMeetingId);
  return {
    id: chat.id,
    kind: chat.withBot ? 'bot' : 'meeting',
    title: chat.withBot ? readManifest(world.app).name.short : (chat.topic ?? ''),
    members: members(world, chat),
    lastAt: last?.at ?? null,
    lastText: last ? last.text || last.summary || '' : null,
    hasApp: hasApp(world, chat.withBot ? user.id : chat.id),
    meeting: meeting
      ? { ...meetingIds(meeting), ...timesOf(meeting), organizerId: meeting.organizerId, eventId: eventOf(world, user, meeting) }
      : null,
  };
}

const members = (world: World, { memberIds }: Chat): Named[] => memberIds.map((id) => named(world, id));
const meetingIds = ({ id, chatId, meetingId, joinUrl }: OnlineMeeting): object => ({ id, chatId, meetingId, joinUrl });
const timesOf = ({ start, end }: OnlineMeeting): object => ({ start, end });

/** The person's own copy of the event. */
const eventOf = (world: World, user: User, meeting: OnlineMeeting): string | null =>
  world.events.by('iCalUId', meeting.iCalUId).find(({ userId }) => userId === user.id)?.id ?? null;

export function readMessages(world: World, user: User, chat: Chat): unknown {
  const messages = messagesOf(world, chat).map((message) => {
    const { id, from, text, at } = message;
    return { id, from: from === 'bot' ? null : named(world, from), text, at, ...cardFor(message, user.id) };
  });
  return { messages };
}

const meetingQuery = z.union([z.object({ joinUrl: z.string() }), z.object({ chatId: z.string() })]);

export function readMeeting(world: World, user: User, query: unknown): unknown {
  const by = readInput(meetingQuery, query);
  const [meeting] = 'joinUrl' in by ? world.onlineMeetings.by('joinUrl', by.joinUrl) : world.onlineMeetings.by('chat', by.chatId);
  const chat = meeting && world.chats.get(meeting.chatId);
  if (!meeting || !chat?.memberIds.includes(user.id)) throw notFound('meeting');
  return {
    ...meetingIds(meeting),
    subject: meeting.subject,
    ...timesOf(meeting),
    organizer: named(world, meeting.organizerId),
    members: members(world, chat),
    eventId: eventOf(world, user, meeting),
    hasApp: hasApp(world, chat.id),
  };
}
