/** Closes a talk's shared notes for a signing: no update is taken from here on, unless the signing comes to nothing. */
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { Platform } from '#api/platform/platform.ts';
import { closing } from './store.ts';

export function closeNotes(platform: Platform, of: OfTalk, signing: number): Promise<void> {
  return closing.close(platform.db, of, signing);
}
