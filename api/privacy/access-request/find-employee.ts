/** People by name for an officer who asks about one of them: as HR finds them, and also those who have left and whose data is not erased yet. */
import type { PersonRef } from '#api/people/contract.ts';
import { findByName } from '#api/people/find-colleagues.ts';
import { listRequestable } from '#api/people/list-names.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';

export async function findEmployee(platform: Platform, { tenantId }: Person, name: string): Promise<Result<{ people: PersonRef[] }>> {
  return done({ people: await findByName(name, () => listRequestable(platform, tenantId)) });
}
