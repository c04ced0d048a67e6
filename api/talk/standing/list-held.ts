/** The talks of a cycle that were held and that HR may count: not the reader's own, nor that of the own manager. Times and counts only. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { relationOf } from '../rules.ts';
import { listTalksOfCycle } from '../store.ts';

type Held = { talkId: string; startedAt: Date | null; finishedAt: Date; end: Date | null; lengthMinutes: number; signatures: number };

export async function listHeldOfCycle(platform: Platform, actor: Person, cycleId: string): Promise<Held[]> {
  const self = await findPerson(platform, actor.tenantId, actor.personId);
  const talks = await listTalksOfCycle(platform.db, actor.tenantId, cycleId);
  return talks.flatMap((talk) => {
    const { _id: talkId, startedAt, finishedAt, end, lengthMinutes, signatures } = talk;
    if (!finishedAt || relationOf(talk, { ...actor, managerId: self?.managerId ?? null }) !== 'hr') return [];
    return [{ talkId, startedAt, finishedAt, end, lengthMinutes, signatures: signatures.length }];
  });
}
