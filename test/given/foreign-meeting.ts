/** A Teams meeting that Samtal did not book, with Samtal added to its chat: what people make by themselves in Outlook. */
import type { GivenSamtal } from './samtal.ts';

/** Begins now and lasts an hour. @returns the id of its chat */
export async function givenForeignMeeting(samtal: GivenSamtal, organizer: string, attendees: string[]): Promise<string> {
  const now = await samtal.desk.clock.now();
  const at = (later: number) => ({ dateTime: new Date(now.getTime() + later).toISOString().slice(0, 19), timeZone: 'UTC' });
  const { tenantId } = samtal.find(organizer);
  const subject = 'Something else';
  await samtal.desk.createEvent(organizer, {
    ...{ subject, start: at(0), end: at(3_600_000), isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
    attendees: attendees.map((who) => {
      const { name, address } = samtal.find(who);
      return { type: 'required', emailAddress: { name, address } };
    }),
  });
  const chat = (await samtal.desk.chats(organizer)).find(({ title }) => title === subject);
  if (!chat) throw new Error('The meeting has no chat');
  const permission = (permissionType: 'Delegated' | 'Application') => ({ permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType });
  await samtal.platform.graph.installInChat(tenantId, chat.id, [permission('Delegated'), permission('Application')]);
  return chat.id;
}
