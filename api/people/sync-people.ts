/** Keeps Samtal's copy of the directory in step with Microsoft Entra: one delta round, then mailbox settings of those who have none yet. */
import type { DirectoryUser } from '#api/platform/graph/people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { markGone, markGoneAllBut } from './leaving/store.ts';
import { languageOf, timeZoneOf } from './rules.ts';
import { listWithoutSettings, readDirectory, saveDirectory, savePeople, type PersonChange } from './store.ts';

const settingsPerRound = 200;

/** One round for one tenant. Safe to repeat and to run on several instances: it only copies what the directory says. */
export async function syncPeople(platform: Platform, tenantId: string): Promise<void> {
  const { db, graph, clock } = platform;
  const now = clock.now();
  const { deltaLink, wholeAt } = await readDirectory(db, tenantId);
  // An earlier release did not note who left: read as a whole once, so that they are known.
  const from = wholeAt ? deltaLink : null;
  const round = await graph.readUserChanges(tenantId, from);
  const isWhole = from === null || round.restarted;
  // Somebody may be named more than once: the last word counts.
  const last = new Map(round.users.map((user) => [user.id, user]));
  const here = [...last.values()].filter((user) => !user['@removed']).map(({ id }) => id);
  await savePeople(db, tenantId, round.users.filter((user) => !user['@removed']).map(changeOf));
  if (isWhole) await markGoneAllBut(db, tenantId, here, now);
  else
    await markGone(
      db,
      tenantId,
      [...last.keys()].filter((id) => last.get(id)?.['@removed']),
      now,
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
  await saveDirectory(db, tenantId, { deltaLink: round.deltaLink, syncedAt: clock.now(), ...(isWhole ? { wholeAt: now } : {}) });
}

/** What the directory says of somebody whom it names, as a change of the copy. */
export function changeOf(user: DirectoryUser): PersonChange {
  // Who is named is here, also who was gone: an account that was taken out of the bin keeps its id.
  const set: PersonChange['set'] = { goneAt: null, erasedAt: null };
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
