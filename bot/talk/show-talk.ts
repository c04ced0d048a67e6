/** "My talk": asks the same verb as the tab for the person's talks, and shows the one that matters now. */
import { isManagerOfSomebody } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Talk } from '#api/talk/contract.ts';
import { listMyTalks } from '#api/talk/list-talks.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from './card.ts';
import { noTalkCard, talkCard } from './talk-card.ts';

export async function showTalk(platform: Platform, { actor, language, timeZone }: Speaker): Promise<Card> {
  const found = await listMyTalks(platform, actor);
  if (!found.ok) throw new Error(`The list of talks was refused: ${found.reason}`);
  const reader = { language, timeZone, teamsAppId: platform.config.teamsAppId };
  const talk = talkThatMatters(found.value.talks);
  if (talk) return talkCard(talk, reader);
  return noTalkCard(await isManagerOfSomebody(platform, actor.tenantId, actor.personId), reader);
}

/** The earliest talk that is not signed by both; those without a time come after those with one. Otherwise the one signed last. */
function talkThatMatters(talks: Talk[]): Talk | undefined {
  const open = talks.filter(({ status }) => status !== 'signed');
  const [first] = open.sort((a, b) => (a.start ?? '9').localeCompare(b.start ?? '9'));
  return first ?? talks[0];
}
