/** HR says that those whom the directory suddenly lacks have left. Said twice it says the same; who goes missing later is not meant. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Missing } from './contract.ts';
import { readMissing } from './read-missing.ts';
import { believeGone } from './store.ts';

export async function confirmMissing(platform: Platform, actor: Person, until: Date): Promise<Result<Missing>> {
  if (until > platform.clock.now()) return refuse('wrong-input', { field: 'until', detail: 'Not of days to come.' });
  await believeGone(platform.db, actor.tenantId, until);
  platform.log.info({ tenantId: actor.tenantId, personId: actor.personId }, 'HR says that people whom the directory lacks have left');
  return readMissing(platform, actor);
}
