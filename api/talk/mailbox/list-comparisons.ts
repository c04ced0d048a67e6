/** What the nightly comparisons of talks and calendars have looked at and mended, for HR: numbers by day, never which talk. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Answer } from '#api/platform/endpoint/contract.ts';
import { findings, type listComparisons as entry } from './contract.ts';
import { listComparisonsOf } from './store.ts';

const days = 30;

export async function listComparisons({ db }: Platform, actor: Person): Promise<Result<Answer<typeof entry>>> {
  const records = await listComparisonsOf(db, actor.tenantId, days);
  return done({
    days: records.map((record) => ({
      day: record.day,
      mailboxes: record.mailboxes,
      talks: record.talks,
      found: findings.flatMap((what) => ((record[what] ?? 0) > 0 ? [{ what, talks: record[what] ?? 0 }] : [])),
    })),
  });
}
