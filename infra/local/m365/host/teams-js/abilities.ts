/**
 * What each host can do for an app: the runtime configuration that teams-js goes by. Only what answers.ts answers is in it; the library refuses
 * the rest by itself, as it does in a host that lacks it. Which host has what is Microsoft's own table (teamsjs-support-m365). Pure.
 */
/** Where an app is shown: a tab, the panel beside a running meeting, a dialog it opened, or the window in which somebody signs in. */
export type Frame = 'content' | 'sidePanel' | 'task' | 'authentication';
/** The three Microsoft 365 hosts of a personal app. */
export type Host = 'teams' | 'outlook' | 'office';
export const hosts: Host[] = ['teams', 'outlook', 'office'];

const everywhere = {
  app: { notifySuccessResponse: {} },
  dialog: { card: {}, update: {}, url: { parentCommunication: {} } },
  pages: { backStack: {}, currentApp: {} },
};
const supports: Record<Host, Record<string, unknown>> = {
  teams: { ...everywhere, calendar: {}, people: {} },
  outlook: { ...everywhere, calendar: {} },
  office: everywhere,
};
/** Families of calls that only some hosts have; an app that asks all the same is refused. */
const familiesOfSome = ['calendar', 'people'];

/** Whether this host has the family that a call belongs to. */
export function hasAbility(host: Host, func: string): boolean {
  const family = func.split('.')[0] ?? '';
  return !familiesOfSome.includes(family) || family in supports[host];
}

/** Arguments of the answer to `initialize`: frame, client, abilities as JSON text, the newest library version this host knows. */
export function initializeReply(host: Host, frame: Frame): unknown[] {
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    supports: supports[host],
  };
  return [frame, 'web', JSON.stringify(runtime), '2.58.0'];
}
