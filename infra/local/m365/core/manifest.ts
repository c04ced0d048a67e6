/**
 * The Teams app's manifest as Teams has it after the upload: placeholders filled from the registration. Reads names, tabs,
 * domains and the bot; what the app asks for and its activity types are read by Graph, and whether the manifest is valid is for Microsoft's own schema to say.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppRegistration } from './world.ts';

export type StaticTab = {
  entityId: string;
  name: string;
  contentUrl: string;
  scopes: string[];
  /** The places where Teams offers the tab. */
  context: string[];
};
type Manifest = {
  name: { short: string };
  staticTabs: StaticTab[];
  bots: { scopes: string[] }[];
  /** Hosts that the app's pages may come from; a `*` stands for one part of a name. */
  validDomains: string[];
};
type Written = {
  name: Manifest['name'];
  validDomains?: string[];
  bots?: Manifest['bots'];
  staticTabs?: (Omit<StaticTab, 'context'> & { context?: string[] })[];
};

/** Where a tab is offered whose manifest says nothing of places. */
const usualPlaces = ['personalTab', 'channelTab', 'privateChatTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'];

/** Read at each use: the addresses in it follow the registration. */
export function readManifest(app: AppRegistration): Manifest {
  const values: Record<string, string> = {
    TEAMS_APP_ID: app.teamsAppId,
    AAD_APP_CLIENT_ID: app.clientId,
    TAB_ENDPOINT: app.tabUrl,
    TAB_DOMAIN: new URL(app.tabUrl).host,
  };
  const text = readFileSync(join(app.manifestDir, 'manifest.json'), 'utf8');
  const written = JSON.parse(text.replaceAll(/\$\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole)) as Written;
  const { name, staticTabs = [], bots = [], validDomains = [] } = written;
  return { name, staticTabs: staticTabs.map((tab) => ({ context: usualPlaces, ...tab })), bots, validDomains };
}
