/** The order of the list of chats: what was written last comes first, then meetings nobody has written in, the nearest first. Pure. */
import type { Chat } from '../desk-api/desk-types.ts';

export function sortChats(chats: Chat[], now: number): Chat[] {
  const distance = ({ meeting }: Chat): number => (meeting ? Math.abs(Date.parse(meeting.start) - now) : 0);
  return [...chats].sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? '') || distance(a) - distance(b));
}
