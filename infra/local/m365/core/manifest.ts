/**
 * The Teams app's manifest as Teams has it after the upload: placeholders filled from the registration, texts in the languages it brings.
 * Reads names, tabs, bot and activity types; whether the manifest is valid is for Microsoft's own schema to say.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppRegistration } from './world.ts';

export type StaticTab = {
  entityId: string;
  name: string;
  contentUrl: string;
  websiteUrl?: string;
  scopes: string[];
  context?: string[];
};
export type ResourceSpecific = { name: string; type: 'Delegated' | 'Application' };
export type Manifest = {
  id: string;
  version: string;
  name: { short: string; full: string };
  staticTabs: StaticTab[];
  bots: { botId: string; scopes: string[] }[];
  activities?: { activityTypes: { type: string; description: string; templateText: string }[] };
  webApplicationInfo: { id: string; resource: string };
  authorization?: { permissions?: { resourceSpecific?: ResourceSpecific[] } };
  localizationInfo?: { defaultLanguageTag: string; additionalLanguages?: { languageTag: string; file: string }[] };
};

/** Read at each use: the addresses in it follow the registration. */
export function readManifest(app: AppRegistration): Manifest {
  const values: Record<string, string> = {
    TEAMS_APP_ID: app.teamsAppId,
    AAD_APP_CLIENT_ID: app.clientId,
    TAB_ENDPOINT: app.tabUrl,
    TAB_DOMAIN: new URL(app.tabUrl).host,
  };
  const text = readFileSync(join(app.manifestDir, 'manifest.json'), 'utf8');
  return JSON.parse(text.replaceAll(/\$\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole)) as Manifest;
}

/** The manifest with its texts in the language nearest to a mailbox's (`sv-SE` takes `sv`); the default language otherwise. */
export function readLocalManifest(app: AppRegistration, locale: string): Manifest {
  const manifest = readManifest(app);
  const wanted = locale.toLowerCase();
  const languages = manifest.localizationInfo?.additionalLanguages ?? [];
  const nearest =
    languages.find(({ languageTag }) => languageTag.toLowerCase() === wanted) ??
    languages.find(({ languageTag }) => wanted.startsWith(`${languageTag.toLowerCase()}-`));
  if (!nearest) return manifest;
  const texts = JSON.parse(readFileSync(join(app.manifestDir, nearest.file), 'utf8')) as Record<string, string>;
  for (const [key, text] of Object.entries(texts)) replaceText(manifest, key, text);
  return manifest;
}

/** Puts a text where a key like `activities.activityTypes[0].templateText` points. */
function replaceText(manifest: Manifest, key: string, text: string): void {
  const steps = key.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop();
  const part = steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], manifest);
  if (last !== undefined && typeof part === 'object' && part !== null && last in part) (part as Record<string, string>)[last] = text;
}
