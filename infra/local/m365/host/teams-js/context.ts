/** What a host says about itself and the person: the flat shape that teams-js turns into its nested context. Pure. */
import type { Frame, Host } from './abilities.ts';

export type Theme = 'default' | 'dark' | 'contrast';

export type ContextFacts = {
  host: Host;
  person: { id: string; name: string; userPrincipalName: string };
  tenantId: string;
  /** As Teams says it: lower case, `sv-se`. */
  locale: string;
  theme: Theme;
  frame: Frame;
  entityId: string;
  subEntityId: string | null;
  /** The tab's own address and name, as the manifest has them. */
  contentUrl: string;
  tabName: string;
  teamsAppId: string;
  /** The meeting whose chat or panel the app is in. */
  meeting: { chatId: string; meetingId: string } | null;
  sessionId: string;
};

/** As teams-js spells them. */
const hostNames: Record<Host, string> = { teams: 'Teams', outlook: 'Outlook', office: 'Office' };

export function legacyContext(facts: ContextFacts): Record<string, unknown> {
  const { person, meeting } = facts;
  return {
    hostName: hostNames[facts.host],
    hostClientType: 'web',
    ringId: 'general',
    frameContext: facts.frame,
    entityId: facts.entityId,
    subEntityId: facts.subEntityId ?? '',
    locale: facts.locale,
    theme: facts.theme,
    sessionId: facts.sessionId,
    appSessionId: facts.sessionId,
    appId: facts.teamsAppId,
    tid: facts.tenantId,
    userObjectId: person.id,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
    userDisplayName: person.name,
    isFullScreen: false,
    isMultiWindow: false,
    ...(meeting ? { chatId: meeting.chatId, meetingId: meeting.meetingId } : {}),
  };
}
