/** A chat's or a person's view of a meeting, as an app asks for it. Pure. */
import type { MeetingIds } from '../desk-api/desk-types.ts';
import type { MeetingFacts } from '../teams-js/host-side.ts';

export type KnownMeeting = MeetingIds & { subject: string; start: string; end: string; organizerId: string };

export const factsOf = (
  { id, chatId, meetingId, joinUrl, subject, start, end, organizerId }: KnownMeeting,
  tenantId: string,
): MeetingFacts => ({
  id,
  chatId,
  meetingId,
  joinUrl,
  subject,
  start,
  end,
  organizerId,
  tenantId,
});
