/** How many talks of a cycle show each sign, for HR: in steps of five, and never what an employee has told the manager. */
import { countMade } from '#api/agreement/count-made.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listHeldOfCycle } from '#api/talk/standing/list-held.ts';
import type { Sign } from './contract.ts';
import { atLeast, signsOf } from './rules.ts';

const counted: Sign[] = ['no-agreements', 'short', 'unsigned'];
type SignCount = { sign: Sign; atLeast: number | null };

export async function countSigns(platform: Platform, actor: Person, cycleId: string): Promise<Result<{ signs: SignCount[] }>> {
  const held = await listHeldOfCycle(platform, actor, cycleId);
  const made = await countMade(
    platform,
    actor.tenantId,
    held.map(({ talkId }) => talkId),
  );
  const now = platform.clock.now();
  const signs = held.map((talk) => signsOf({ ...talk, agreements: made.get(talk.talkId) ?? 0, told: false }, now));
  const count = (sign: Sign): number => signs.filter((shown) => shown.includes(sign)).length;
  return done({ signs: counted.map((sign) => ({ sign, atLeast: atLeast(count(sign), held.length) })) });
}
