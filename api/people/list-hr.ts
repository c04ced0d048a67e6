/** Who of HR can be told of something: everybody who was HR at their last visit and is still here. Decides no access: only a token does. */
import type { Platform } from '#api/platform/platform.ts';
import { listHrRecords } from './store.ts';

export async function listHr(platform: Platform, tenantId: string): Promise<string[]> {
  return (await listHrRecords(platform.db, tenantId)).map(({ personId }) => personId);
}
