/** What somebody agreed in all their own talks as employee, newest first: found again long after the talk. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listStandings } from '#api/talk/standing/read-standing.ts';
import type { Agreement } from './contract.ts';
import { describeCurrentOf } from './following/describe-current.ts';

/** The employee reads the agreements of their own talks in every state (security.md row 6). */
export async function listMyAgreements(platform: Platform, actor: Person): Promise<Result<{ agreements: Agreement[] }>> {
  const standings = await listStandings(platform, actor, 'employee', 'agreements');
  const agreements = await describeCurrentOf(
    platform,
    actor,
    standings.map(({ talk }) => talk),
  );
  return done({ agreements: agreements.reverse() });
}
