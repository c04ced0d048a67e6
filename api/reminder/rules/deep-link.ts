/** Deep links into Samtal that Teams, Outlook and Microsoft 365 open. They carry ids only, never content. */

/** Id of the personal tab in appPackage/manifest.json. */
const tabId = 'samtal';

/** A link that opens the personal tab at `place`, for example `talks/ID/prepare`. Form: Microsoft Teams, "Deep link to a tab". */
export function deepLink(teamsAppId: string, place: string): string {
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/${tabId}?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`;
}
