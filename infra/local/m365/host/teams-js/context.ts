/** What a host says about itself and the person: the flat shape that teams-js turns into its nested context. Pure. */

export type Theme = 'default' | 'dark' | 'contrast';
/** Where an app is shown: a tab, or the panel beside a running meeting. */
export type Frame = 'content' | 'sidePanel';

export type ContextFacts = {
  person: { id: string; name: string; userPrincipalName: string };
  tenantId: string;
  /** As Teams says it: lower case, `sv-se`. */
  locale: string;
  theme: Theme;
  frame: Frame;
  entityId: string;
  subEntityId: string | null;
  teamsAppId: string;
  /** The meeting whose chat or panel the app is in. */
  meeting: { chatId: string; meetingId: string } | null;
  sessionId: string;
};

export function legacyContext(facts: ContextFacts): Record<string, unknown> {
  const { person, meeting } = facts;
  return {
    hostName: 'Teams',
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

/** Arguments of the answer to `initialize`: frame, client, abilities as JSON text, the newest library version this host knows. */
export function initializeReply(frame: Frame): unknown[] {
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    // Only what answer.ts answers: the library itself refuses the rest, as it does in a host that lacks it.
    supports: { app: { notifySuccessResponse: {} }, calendar: {}, pages: { backStack: {}, currentApp: {} }, people: {} },
  };
  return [frame, 'web', JSON.stringify(runtime), '2.58.0'];
}
