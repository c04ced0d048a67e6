/** "My team": asks the same verb as the manager's overview. */
import type { Platform } from '#api/platform/platform.ts';
import { listTeam } from '#api/talk/team/list-team.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from './card.ts';
import { readerOf } from './show-talk.ts';
import { teamCard } from './team-card.ts';

export async function showTeam(platform: Platform, speaker: Speaker): Promise<Card> {
  const found = await listTeam(platform, speaker.actor);
  if (!found.ok) throw new Error(`The team was refused: ${found.reason}`);
  return teamCard(found.value.rows, readerOf(platform, speaker));
}
