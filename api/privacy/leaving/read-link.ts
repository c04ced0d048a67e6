/** Whether somebody has a link for after leaving, since when, and whether it was used. The link itself nobody can be told again. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { LeavingLink } from './contract.ts';
import { findLink, type LinkRecord } from './store.ts';

export async function readLink({ db }: Platform, actor: Person): Promise<Result<LeavingLink>> {
  return done(describeLink(await findLink(db, actor)));
}

export function describeLink(record: LinkRecord | null): LeavingLink {
  const version = record?.version ?? 0;
  if (!record || record.hash === null) return { made: null, version };
  const { madeAt, openings, lastOpenedAt } = record;
  return { made: { at: madeAt.toISOString(), openings, lastOpenedAt: lastOpenedAt?.toISOString() ?? null }, version };
}
