/** Who speaks with the bot: a person of an onboarded tenant, with their language. Teams vouches for tenant and id; nothing else is believed. */
import { findPerson, type KnownPerson } from '#api/people/find-people.ts';
import type { Language } from '#api/people/contract.ts';
import { languageOf } from '#api/people/rules.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { BotActivity } from './check-activity.ts';

export type Speaker = { actor: Person; language: Language; timeZone: string };

/** The tenant that Teams vouches for. */
export const tenantOf = ({ channelData, conversation }: BotActivity): string | undefined =>
  channelData?.tenant?.id ?? conversation.tenantId;

/**
 * Null for everybody Samtal does not talk with: other tenants, people without an account of the organisation, and people whose account was
 * disabled. Somebody the directory has not told us about yet is met in the language of their Teams.
 */
export async function findSpeaker(platform: Platform, activity: BotActivity): Promise<Speaker | null> {
  const tenantId = tenantOf(activity);
  const personId = activity.from.aadObjectId;
  if (!tenantId || !personId || !platform.config.tenants.includes(tenantId)) return null;
  const known = await findPerson(platform, tenantId, personId);
  return known && !known.enabled ? null : speakerOf({ tenantId, personId }, known, activity.locale ?? null);
}

/** The same for somebody the bot writes to on its own. Null for who is gone from the directory, or disabled. */
export async function findListener(platform: Platform, tenantId: string, personId: string): Promise<Speaker | null> {
  const known = await findPerson(platform, tenantId, personId);
  return known?.enabled ? speakerOf({ tenantId, personId }, known, null) : null;
}

function speakerOf(who: { tenantId: string; personId: string }, known: KnownPerson | null, locale: string | null): Speaker {
  // No token of the person comes with a message, so nothing can be done on their behalf, and HR rights are never used in a chat.
  const actor: Person = { kind: 'person', ...who, name: known?.name ?? '', isHr: false, token: '' };
  const language = known?.settingsAt ? known.language : languageOf(locale);
  return { actor, language, timeZone: known?.timeZone ?? 'Etc/UTC' };
}
