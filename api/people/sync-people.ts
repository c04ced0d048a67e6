/** Keeps Samtal's copy of the directory in step with Microsoft Entra: one delta round, then mailbox settings of those who have none yet. */
import type { DirectoryUser } from '#api/platform/graph/people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { languageOf, timeZoneOf } from './rules.ts';
import { disableAllBut, listWithoutSettings, readDirectory, saveDirectory, savePeople, type PersonChange } from './store.ts';

const settingsPerRound = 200;

/** One round for one tenant. Safe to repeat and to run on several instances: it only copies what the directory says. */
export async function syncPeople(platform: Platform, tenantId: string): Promise<void> {
  const { db, graph, clock } = platform;
  const { deltaLink } = await readDirectory(db, tenantId);
  const round = await graph.readUserChanges(tenantId, deltaLink);
  await savePeople(db, tenantId, round.users.map(changeOf));
  if (deltaLink === null || round.restarted)
    await disableAllBut(
      db,
      tenantId,
      round.users.filter((user) => !user['@removed']).map(({ id }) => id),
    );
  for (;;) {
    const waiting = await listWithoutSettings(db, tenantId, settingsPerRound);
    if (waiting.length === 0) break;
    const settings = await graph.readMailboxSettings(tenantId, waiting);
    if (settings.size === 0) break;
    const changes = [...settings].map(([personId, found]) => ({
      personId,
      set: {
        settingsAt: clock.now(),
        hasMailbox: found !== null,
        language: languageOf(found?.locale ?? null),
        timeZone: timeZoneOf(found?.timeZone ?? null, found?.locale ?? null),
      },
    }));
    await savePeople(db, tenantId, changes);
  }
  await saveDirectory(db, tenantId, round.deltaLink, clock.now());
}

function changeOf(user: DirectoryUser): PersonChange {
  const set: PersonChange['set'] = {};
  if (user['@removed']) return { personId: user.id, set: { enabled: false } };
  if (user.displayName != null) set.name = user.displayName;
  if (user.mail !== undefined) set.mail = user.mail;
  if (user.jobTitle !== undefined) set.jobTitle = user.jobTitle ?? '';
  if (user.department !== undefined) set.department = user.department ?? '';
  if (user.officeLocation !== undefined) set.office = user.officeLocation ?? '';
  if (user.accountEnabled != null) set.enabled = user.accountEnabled;
  const managers = user['manager@delta'];
  if (managers) set.managerId = managers.find((manager) => !manager['@removed'])?.id ?? null;
  return { personId: user.id, set };
}
