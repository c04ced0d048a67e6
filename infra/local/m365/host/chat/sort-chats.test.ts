import { describe, expect, it } from 'vitest';
import type { Chat } from '../desk-api/desk-types.ts';
import { sortChats } from './sort-chats.ts';

const now = Date.parse('2026-12-03T09:00:00Z');
const chat = (id: string, lastAt: string | null, start: string | null): Chat => ({
  id,
  kind: start ? 'meeting' : 'bot',
  title: id,
  members: [],
  lastAt,
  lastText: null,
  hasApp: true,
  meeting: start ? { id, chatId: id, meetingId: id, joinUrl: '', start, end: start, organizerId: 'a', eventId: null } : null,
});

describe('sortChats', () => {
  it('puts the newest message first, then the nearest meeting', () => {
    const chats = [
      chat('far', null, '2027-01-28T09:00:00Z'),
      chat('old', '2026-11-01T09:00:00Z', '2026-12-03T09:00:00Z'),
      chat('near', null, '2026-12-02T09:00:00Z'),
      chat('new', '2026-12-01T09:00:00Z', null),
    ];
    expect(sortChats(chats, now).map(({ id }) => id)).toEqual(['new', 'old', 'near', 'far']);
  });
});
