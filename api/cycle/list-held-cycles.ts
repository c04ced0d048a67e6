/** Which launched cycles are held: HR has paused or stopped them, and nothing new of theirs is booked. Decides nothing about what is under way. */
import type { Platform } from '#api/platform/platform.ts';
import { listHeldIds } from './store.ts';

/** Ids over all tenants; cycle ids are unique. */
export function listHeldCycles(platform: Platform): Promise<string[]> {
  return listHeldIds(platform.db);
}
