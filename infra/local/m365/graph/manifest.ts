/** What Graph looks up in the Teams app's manifest: permissions that a chat or person gives, texts of activities in each language, icons, tabs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppRegistration } from '../core/world.ts';

type Manifest = {
  version: string;
  name: { short: string };
  staticTabs?: { entityId: string; scopes: string[] }[];
  configurableTabs?: unknown[];
  activities?: { activityTypes?: { type: string; templateText: string }[]; activityIcons?: { id: string }[] };
  authorization?: { permissions?: { resourceSpecific?: { name: string; type: string }[] } };
  localizationInfo?: { additionalLanguages?: { languageTag: string; file: string }[] };
};

export type Permission = { permissionValue: string; permissionType: string };

/** Read at each use, as an administrator may upload another; nothing that is looked up here has a placeholder in it. */
const readManifest = ({ manifestDir }: AppRegistration): Manifest => readJson(join(manifestDir, 'manifest.json')) as Manifest;
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What the app asks a chat or person for when it is installed there, in the words of consentedPermissionSet. */
export function resourcePermissions(app: AppRegistration, where: 'Chat' | 'User'): Permission[] {
  const asked = readManifest(app).authorization?.permissions?.resourceSpecific ?? [];
  return asked.filter(({ name }) => name.endsWith(`.${where}`)).map(({ name, type }) => ({ permissionValue: name, permissionType: type }));
}

/** The text of an activity type in a language (`sv-SE` takes `sv`), with its holes; null for a type that the manifest does not declare. */
export function activityTemplate(app: AppRegistration, type: string, locale: string): string | null {
  if (type === 'systemDefault') return '{systemDefaultText}';
  const manifest = readManifest(app);
  const types = manifest.activities?.activityTypes ?? [];
  const index = types.findIndex((one) => one.type === type);
  const languages = [locale, locale.split('-')[0]].map((tag) => tag?.toLowerCase());
  const file = manifest.localizationInfo?.additionalLanguages?.find(({ languageTag }) =>
    languages.includes(languageTag.toLowerCase()),
  )?.file;
  const texts = file === undefined ? {} : (readJson(join(app.manifestDir, file)) as Record<string, string>);
  return texts[`activities.activityTypes[${index}].templateText`] ?? types[index]?.templateText ?? null;
}

export const hasIcon = (app: AppRegistration, id: string): boolean =>
  (readManifest(app).activities?.activityIcons ?? []).some((icon) => icon.id === id);

export const hasConfigurableTab = (app: AppRegistration): boolean => (readManifest(app).configurableTabs ?? []).length > 0;

/** Static tabs that come with the app into a chat. */
export const chatTabs = (app: AppRegistration): { entityId: string }[] =>
  (readManifest(app).staticTabs ?? []).filter(({ scopes }) => scopes.includes('groupChat'));

export function appNames(app: AppRegistration): { name: string; version: string } {
  const { name, version } = readManifest(app);
  return { name: name.short, version };
}
