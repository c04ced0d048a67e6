/**
 * Starts a talk that nobody planned, between an employee and their manager. Its id is made from the two and how many such talks they have had,
 * so that two who press at the same moment, or one who presses again after a lost answer, are in the same talk.
 */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import type { Talk } from '../contract.ts';
import { newTalk } from '../create-talks.ts';
import { describeTalk } from '../describe-talk.ts';
import { readAccess } from '../read-access.ts';
import { addMissingTalks, listTalksOf } from '../store.ts';
import { nameOfUnplanned, sidesOf } from './rules.ts';
import { saveChosen } from './store.ts';

export async function startUnplanned(
  platform: Platform,
  actor: Person,
  { withId, chatId }: { withId: string; chatId?: string | undefined },
): Promise<Result<Talk>> {
  const { tenantId, personId } = actor;
  const { db } = platform;
  const people = await findPeople(platform, tenantId, [personId, withId]);
  const [self, other] = [people.get(personId), people.get(withId)];
  const sides = self && other?.enabled ? sidesOf(self, other) : null;
  if (!sides) return refuse('not-found');
  const template = newestTemplate('unplanned-talk');
  if (!template) throw new Error('There is no template for an unplanned talk');
  const now = platform.clock.now();
  const { employeeId, managerId } = sides;
  const cycleId = nameOfUnplanned(await listTalksOf(db, { tenantId, personId: employeeId }, 'employee'), managerId);
  const { releaseRule, lengthMinutes } = template;
  const wanted = { cycleId, cycleName: template.name[self?.language ?? 'en'], template, releaseRule, lengthMinutes, time: null };
  const record = newTalk(tenantId, { ...wanted, employeeId, managerId }, people.get(employeeId)?.department ?? '', now);
  await addMissingTalks(db, [{ ...record, startedAt: now, startedBy: personId }]);
  if (chatId) await saveChosen(db, { _id: record._id, tenantId, chatId, by: personId, at: now });
  const access = await readAccess(platform, actor, record._id, 'talk');
  if (!access) throw new Error('A talk that was just started cannot be read');
  return done(await describeTalk(platform, actor, access.talk, access.prepared));
}
