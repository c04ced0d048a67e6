/**
 * The Teams app's manifest against Microsoft's own schema, against the code that relies on it, and against infra/entra. Whether the store
 * would accept it is not tried: that validation needs a Microsoft sign-in.
 */
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { describe, expect, it } from 'vitest';
import { activityTypes } from '#api/reminder/contract.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const json = (path: string) => JSON.parse(read(path));

const values: Record<string, string> = {
  TEAMS_APP_ID: '8c2f4e6a-1b3d-4c5e-8f70-9a1b2c3d4e5f',
  AAD_APP_CLIENT_ID: '5a3b1f0c-6f1d-4f0e-9c55-2b8f3a9d7e10',
  TAB_ENDPOINT: 'https://samtal.example.com',
  TAB_DOMAIN: 'samtal.example.com',
};
const filled = read('appPackage/manifest.json').replaceAll(/\$\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole);
const manifest = JSON.parse(filled);
const swedish = json('appPackage/sv.json') as Record<string, string>;
const permissions = json('infra/entra/permissions.json');

const localizationSchema = json(
  'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
);

/** The text in the manifest that a key of a language file stands for: `staticTabs[0].name`. */
function textAt(key: string): unknown {
  return key.split(/[.[\]]+/).reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], manifest);
}

/** Longest text that Microsoft allows for a key of a language file; undefined when it knows no such key. */
function limitOf(key: string): number | undefined {
  const named = localizationSchema.properties[key];
  if (named) return named.maxLength;
  const pattern = Object.keys(localizationSchema.patternProperties).find((one) => new RegExp(one).test(key));
  return pattern === undefined ? undefined : localizationSchema.patternProperties[pattern].maxLength;
}

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the Teams manifest', () => {
  it('has no placeholder that teamsapp.yml does not fill', () => {
    expect(filled).not.toMatch(/\$\{\{/);
  });

  it('is valid by Microsoft’s schema of its version', async () => {
    expect(manifest.manifestVersion).toBe('1.30');
    expect(await AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest)).toEqual([]);
  });

  it('is refused by that schema when something is wrong, so the check above means something', async () => {
    const tooLong = { ...manifest, name: { short: 'x'.repeat(31) } };
    expect(await AppManifestUtils.validateAgainstSchema(tooLong as TeamsManifest)).not.toEqual([]);
  });

  it('speaks Swedish everywhere it speaks English, within the lengths allowed', () => {
    expect(manifest.localizationInfo).toMatchObject({
      defaultLanguageTag: 'en',
      additionalLanguages: [{ languageTag: 'sv', file: 'sv.json' }],
    });
    const keys = Object.keys(swedish).filter((key) => key !== '$schema');
    for (const key of keys) {
      expect(textAt(key), `${key} in the manifest`).toBeTypeOf('string');
      expect(limitOf(key), `${key} known to Microsoft`).toBeTypeOf('number');
      expect(swedish[key]?.length, key).toBeLessThanOrEqual(limitOf(key) ?? 0);
      expect(holes(swedish[key] ?? ''), `places in ${key}`).toEqual(holes(String(textAt(key))));
    }
    const expected = [
      ...['name.short', 'name.full', 'description.short', 'description.full'],
      ...manifest.staticTabs.map((_tab: unknown, at: number) => `staticTabs[${at}].name`),
      ...manifest.bots[0].commandLists[0].commands.flatMap((_one: unknown, at: number) =>
        ['title', 'description'].map((part) => `bots[0].commandLists[0].commands[${at}].${part}`),
      ),
      ...manifest.activities.activityTypes.flatMap((_one: unknown, at: number) =>
        ['description', 'templateText'].map((part) => `activities.activityTypes[${at}].${part}`),
      ),
    ];
    expect(keys.sort()).toEqual(expected.sort());
  });

  it('declares the activity types that the code sends, with the same parameters', () => {
    const declared = manifest.activities.activityTypes.map(({ type, templateText }: { type: string; templateText: string }) => [
      type,
      holes(templateText),
    ]);
    const sent = Object.values(activityTypes).map(({ type, parameters }) => [type, [...parameters].sort()]);
    expect(declared.sort()).toEqual(sent.sort());
  });

  it('asks for the resource-specific permissions that infra/entra lists', () => {
    const asked = permissions.resourceSpecific.map(({ name, type }: { name: string; type: string }) => ({ name, type }));
    expect(manifest.authorization.permissions.resourceSpecific).toEqual(asked);
  });

  it('has the tabs that the links and the meeting lead to', () => {
    const tab = manifest.staticTabs.find(({ entityId }: { entityId: string }) =>
      deepLink(manifest.id, 'my-talk').includes(`/${manifest.id}/${entityId}?`),
    );
    expect(tab).toMatchObject({ scopes: ['personal'], contentUrl: 'https://samtal.example.com/' });
    const meeting = manifest.staticTabs.find(({ entityId }: { entityId: string }) => entityId === 'samtal-meeting');
    expect(meeting).toMatchObject({ scopes: ['groupChat'], context: ['meetingSidePanel', 'meetingDetailsTab', 'meetingChatTab'] });
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has an icon %s of %i pixels', (name, size) => {
    const png = readFileSync(new URL(`../../appPackage/${name}`, import.meta.url));
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });
});
