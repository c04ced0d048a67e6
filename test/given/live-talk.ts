/** A talk that has begun, with Samtal in the chat of its meeting: where stories of the meeting begin. Erik is the employee, Maja the manager. */
import { findTalk, readTalk, startTalk } from '#api/talk/contract.ts';
import { givenLaunchedCycle } from './launched-cycle.ts';
import type { GivenSamtal } from './samtal.ts';
import { until } from './until.ts';

export type LiveTalk = { talkId: string; /** The meeting's page on the host, with the side panel. */ path: string };

export async function givenLiveTalk(samtal: GivenSamtal): Promise<LiveTalk> {
  const { talkId, joinUrl, start } = await (await givenLaunchedCycle(samtal)).talkOf('erik');
  await samtal.desk.clock.moveTo(new Date(start ?? ''));
  const params = { talkId };
  await samtal.as('maja').must(startTalk, { params, version: (await samtal.as('maja').must(readTalk, { params })).version });
  const { chatId } = await samtal.desk.meeting('erik', { joinUrl: joinUrl ?? '' });
  await until(() => samtal.as('erik').must(findTalk, { query: { chatId } }), { message: 'Samtal is in the meeting’s chat' });
  return { talkId, path: `/meeting/${encodeURIComponent(chatId)}` };
}
