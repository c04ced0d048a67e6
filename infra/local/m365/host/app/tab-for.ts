/** Which of the app's tabs the manifest offers in a place. Pure. */
import type { App, AppTab } from '../desk-api/desk-types.ts';

export type TabPlace = 'personalTab' | 'meetingChatTab' | 'meetingDetailsTab' | 'meetingSidePanel';

/** The first one whose scope and contexts fit; none: the app is not offered there. */
export function tabFor({ tabs }: App, place: TabPlace): AppTab | undefined {
  const scope = place === 'personalTab' ? 'personal' : 'groupchat';
  return tabs.find(({ scopes, context }) => scopes.some((one) => one.toLowerCase() === scope) && context.includes(place));
}
