/**
 * Gives somebody who has left what is theirs as an employee, by the link they made before: the file of their own export without what they had as somebody's
 * manager, as often in an hour. Each file is counted with the link, so that its maker sees when somebody else has used it.
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { exportJson, exportPage } from '../export/export-data.ts';
import { findOpenLink } from './open-link.ts';
import { countOpening } from './store.ts';

/** What a leaver keeps is what an employee reads; what they read of others as a manager is their next manager's now. */
const asEmployee = ['employee'] as const;

export async function readLeft(
  platform: Platform,
  actor: Person,
): Promise<Result<{ until: string; openings: number; lastOpenedAt: string | null }>> {
  const open = await findOpenLink(platform, actor);
  if (!open) return refuse('link-opens-nothing');
  const { openings, lastOpenedAt } = open.link;
  return done({ until: open.until.toISOString(), openings, lastOpenedAt: lastOpenedAt?.toISOString() ?? null });
}

export const exportLeftJson = (platform: Platform, actor: Person): Promise<Result<AsyncIterable<string>>> =>
  counted(platform, actor, () => exportJson(platform, actor, asEmployee));

export const exportLeftPage = (platform: Platform, actor: Person): Promise<Result<AsyncIterable<string>>> =>
  counted(platform, actor, () => exportPage(platform, actor, asEmployee));

async function counted<T>(platform: Platform, actor: Person, make: () => Promise<Result<T>>): Promise<Result<T>> {
  const open = await findOpenLink(platform, actor);
  const made = open ? await make() : refuse('link-opens-nothing');
  if (!open || !made.ok) return made;
  return (await countOpening(platform.db, open.link, platform.clock.now())) ? made : refuse('link-opens-nothing');
}
