/**
 * Who it is that sends the secret of a link: its maker, who has left, and as whom they read. Every link that opens nothing is answered alike, and counted:
 * under its maker where it is somebody's, else under nobody. Keeps nothing of what was sent.
 */
import { findPerson, type KnownPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { beginReading } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { recordRefused } from '../access-log/record-accesses.ts';
import { isSecret, openUntil } from './rules.ts';
import { hashOf } from './seal-secret.ts';
import { findLink, findLinkByHash, type LinkRecord } from './store.ts';

/** Under whom links that nobody has are counted. */
const nobody = { tenantId: 'nobody', personId: 'nobody' };

export async function openLink(platform: Platform, secret: string): Promise<Result<Person>> {
  const link = isSecret(secret) ? await findLinkByHash(platform.db, hashOf(secret)) : null;
  const open = link ? await whatOpens(platform, link) : null;
  if (open) {
    // Nothing is asked of Microsoft 365 for them, and HR they are no more.
    const { tenantId, personId, name } = open.maker;
    return done({ kind: 'person', tenantId, personId, name, isHr: false, token: '' });
  }
  const { tenantId, personId } = link ?? nobody;
  const reading = beginReading({ tenantId, personId, act: 'export', channel: 'link' });
  reading.refused.add('leaving-link');
  await recordRefused(platform, reading);
  return refuse('link-opens-nothing');
}

/** For somebody who was let in by it: their link, and when it stops; null when it has ended meanwhile. */
export async function findOpenLink(platform: Platform, actor: Person): Promise<{ link: LinkRecord; until: Date } | null> {
  const link = await findLink(platform.db, actor);
  const open = link && link.hash !== null ? await whatOpens(platform, link) : null;
  return link && open ? { link, until: open.until } : null;
}

async function whatOpens(
  platform: Platform,
  { tenantId, personId, madeAt }: LinkRecord,
): Promise<{ maker: KnownPerson; until: Date } | null> {
  const maker = platform.config.tenants.includes(tenantId) ? await findPerson(platform, tenantId, personId) : null;
  if (!maker) return null;
  const { goneAt = null, erasedAt = null } = maker;
  const until = openUntil(madeAt, { goneAt, erasedAt }, platform.clock.now());
  return until ? { maker, until } : null;
}
