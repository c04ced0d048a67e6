/** Links into Samtal: deep ones that Teams, Outlook and Microsoft 365 open, and those of a plain browser. They carry ids only, never content. */

/** Id of the personal tab in appPackage/manifest.json. */
const tabId = 'samtal';

/** A link that opens the personal tab at `place`, for example `talks/ID/prepare`. Form: Microsoft Teams, "Deep link to a tab". */
export function deepLink(teamsAppId: string, place: string): string {
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/${tabId}?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`;
}

/** The same place in a plain browser. `publicUrl` as in the configuration, without a slash at its end. */
export const webLink = (publicUrl: string, place: string): string => `${publicUrl}/${place}`;

/** One place twice: `app` for Teams, Outlook and Microsoft 365, `web` for whoever has none of them. */
export type Links = { app: string; web: string };

/** Both links to a talk. */
export const talkLinks = ({ teamsAppId, publicUrl }: { teamsAppId: string; publicUrl: string }, talkId: string): Links => ({
  app: deepLink(teamsAppId, `talks/${talkId}`),
  web: webLink(publicUrl, `talks/${talkId}`),
});
