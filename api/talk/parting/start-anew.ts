/**
 * Makes the talk that takes the place of one whose employee has started over: of the same cycle, from the same template version and with its promises,
 * with the new manager, without a time. The employee's preparation is in it before it is there to be found. Safe to be repeated after a crash.
 */
import { findPerson } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { Platform } from '#api/platform/platform.ts';
import { keepPreparation } from '#api/preparation/keep-preparation.ts';
import { frozenTemplate } from '#api/template/find-template.ts';
import { newTalk } from '../create-talks.ts';
import { addMissingTalks, type TalkRecord } from '../store.ts';
import { closeParting } from './store.ts';

export async function startAnew(platform: Platform, talk: TalkRecord): Promise<void> {
  const { db, clock } = platform;
  const { _id, tenantId, employeeId, managerId: from, anew, parting } = talk;
  if (!anew || !parting) throw new Error(`Talk ${_id} was not started over`);
  await keepPreparation(platform, { tenantId, authorId: employeeId }, { from: _id, to: anew.talkId });
  const employee = await findPerson(platform, tenantId, employeeId);
  const now = clock.now();
  const { cycleName, releaseRule, lengthMinutes, roomWanted, partnerId, sharedWithHr, managerPreparationVisible } = talk;
  const template = frozenTemplate(talk.templateId, talk.templateVersion);
  const wanted = { cycleId: anew.cycleId, cycleName, template, releaseRule, employeeId, managerId: parting.to, lengthMinutes, time: null };
  const record = newTalk(tenantId, wanted, employee?.department ?? talk.department, now);
  const told = { key: `${anew.talkId}:talk-taken-over:1:${parting.to}`, kind: 'talk-taken-over' as const, recipientId: parting.to };
  await addMissingTalks(db, [
    {
      ...record,
      ...{ _id: anew.talkId, anewOf: { talkId: _id, from } },
      // As they were promised before the first answer was typed.
      ...{ sharedWithHr, managerPreparationVisible, roomWanted: roomWanted ?? false, partnerId: partnerId ?? null },
      ...{ notices: [told], noticeDue: dueAt(now) },
    },
  ]);
  await closeParting(db, talk);
}
