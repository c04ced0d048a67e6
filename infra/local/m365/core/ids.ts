/** Ids that look like Microsoft's own, in length and alphabet, because code that cuts or encodes them wrongly must be found out here. */
import { createHash, randomBytes, randomFillSync, randomUUID } from 'node:crypto';

/** Chance is fetched by the page: asking the system for each id takes longer than all the rest of an event. */
const page = Buffer.alloc(65_536);
let used = page.length;

function someBytes(count: number): Buffer {
  if (used + count > page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += count;
  return page.subarray(used - count, used);
}

/** An Outlook item id: base64url with a capital beginning. */
export const newOutlookId = (): string => `AAMkAG${someBytes(78).toString('base64url')}AAAAAAENAAA=`;

/** An event's iCalUId: the constant Outlook begins with, then its own part, in hexadecimal. */
export const newICalUId = (): string => `040000008200E00074C5B7101A82E008${someBytes(40).toString('hex').toUpperCase()}`;

export type MeetingIds = { id: string; chatId: string; meetingId: string; joinUrl: string };

/** The four names one Teams meeting goes by: Graph's id, the chat, what a tab is told, and the address people join at. */
export function newMeetingIds(tenantId: string, organizerId: string): MeetingIds {
  const thread = `19:meeting_${Buffer.from(randomUUID()).toString('base64url')}@thread.v2`;
  const context = encode(JSON.stringify({ Tid: tenantId, Oid: organizerId }));
  return {
    id: Buffer.from(`1*${organizerId}*0**${thread}`).toString('base64'),
    chatId: thread,
    meetingId: Buffer.from(`0#${thread}#0`).toString('base64'),
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encode(thread)}/0?context=${context}`,
  };
}

/** Teams escapes with small letters. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, (hole) => hole.toLowerCase());

/** A GUID that belongs to a text: the same text, the same GUID. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** The chat between a person and the bot. */
export const botChatId = (userId: string, clientId: string): string => `19:${userId}_${clientId}@unq.gbl.spaces`;

/** The id of an installation: base64 of where and what. */
export const installationId = (targetId: string, teamsAppId: string): string =>
  Buffer.from(`${targetId}##${teamsAppId}`).toString('base64');

/** A short opaque id for the `uti` and `rh` of a token. */
export const newTokenId = (bytes = 16): string => randomBytes(bytes).toString('base64url');
