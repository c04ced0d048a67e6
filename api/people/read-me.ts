/** Who is signed in: name, manager, roles, language and time zone, so that the tab knows what to show. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Me } from './contract.ts';
import { findPerson, isManagerOfSomebody, refOf } from './find-people.ts';
import { languageOf, timeZoneOf } from './rules.ts';
import { savePeople } from './store.ts';

/** Answers also before the directory has been read: then from the token, and from the person's own mailbox settings on their behalf. */
export async function readMe(platform: Platform, actor: Person): Promise<Result<Me>> {
  const { tenantId, personId } = actor;
  let known = await findPerson(platform, tenantId, personId);
  if (!known?.settingsAt) {
    await readOwnSettings(platform, actor);
    known = await findPerson(platform, tenantId, personId);
  }
  if (known?.isHr !== actor.isHr && (known || actor.isHr))
    await savePeople(platform.db, tenantId, [{ personId, set: { isHr: actor.isHr } }]);
  const manager = known?.managerId ? await findPerson(platform, tenantId, known.managerId) : null;
  return done({
    person: known?.name ? refOf(known, personId) : { ...refOf(known ?? undefined, personId), name: actor.name },
    manager: manager ? refOf(manager, manager.personId) : null,
    isManager: await isManagerOfSomebody(platform, tenantId, personId),
    isHr: actor.isHr,
    isOfficer: actor.isOfficer === true,
    language: known?.language ?? 'en',
    timeZone: known?.timeZone ?? 'Etc/UTC',
  });
}

/** Settings are a comfort: without them (no consent yet, Microsoft does not answer) the person still gets in, and the sync tries again. */
async function readOwnSettings(platform: Platform, actor: Person): Promise<void> {
  try {
    const { locale, timeZone } = await platform.graph.readMyMailboxSettings(actor.tenantId, actor.token);
    const set = { language: languageOf(locale), timeZone: timeZoneOf(timeZone, locale), settingsAt: platform.clock.now() };
    await savePeople(platform.db, actor.tenantId, [{ personId: actor.personId, set }]);
  } catch (error) {
    platform.log.warn({ personId: actor.personId, err: error }, 'own mailbox settings could not be read');
  }
}
