/** Creates the talks of a launched cycle. A talk's id is made from tenant, cycle and employee, so that repeating creates nothing twice. */
import { v5 } from 'uuid';
import { findPeople } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { ReleaseRule } from '#api/privacy/contract.ts';
import type { Template } from '#api/template/contract.ts';
import { bookingFor } from './booking/plan-booking.ts';
import { prepareByFor } from './rules.ts';
import { addMissingTalks, type TalkRecord } from './store.ts';

export type NewTalk = {
  cycleId: string;
  cycleName: string;
  template: Template;
  releaseRule: ReleaseRule;
  employeeId: string;
  managerId: string;
  lengthMinutes: number;
  time: { start: Date; end: Date } | null;
  /** A room's mailbox, when the talk is to have one. */
  room?: TalkRecord['room'];
  roomWanted?: boolean;
  /** Who is invited as well. */
  partnerId?: string | null;
};

/** Namespace of Samtal's own ids (UUIDv5, RFC 9562). */
const namespace = '0c1d6a34-6b0a-4f3e-9a75-2f6f0b1c7d10';
const atOnce = 100;

/** Talks with a time are due for booking at once. What exists already is left as it is. */
export async function createTalks(platform: Platform, tenantId: string, wanted: NewTalk[]): Promise<void> {
  const people = await findPeople(
    platform,
    tenantId,
    wanted.map(({ employeeId }) => employeeId),
  );
  const now = platform.clock.now();
  const records = wanted.map((one) => newTalk(tenantId, one, people.get(one.employeeId)?.department ?? '', now));
  for (let from = 0; from < records.length; from += atOnce) await addMissingTalks(platform.db, records.slice(from, from + atOnce));
}

/** A talk as it begins its life. What it is made from is frozen into it. */
export function newTalk(tenantId: string, one: NewTalk, department: string, now: Date): TalkRecord {
  const talkId = v5(`${tenantId}/${one.cycleId}/${one.employeeId}`, namespace);
  return {
    _id: talkId,
    tenantId,
    cycleId: one.cycleId,
    cycleName: one.cycleName,
    createdAt: now,
    employeeId: one.employeeId,
    managerId: one.managerId,
    department,
    templateId: one.template.templateId,
    templateVersion: one.template.version,
    releaseRule: one.releaseRule,
    sharedWithHr: one.template.sharedWithHr,
    managerPreparationVisible: one.template.managerPreparationVisible,
    lengthMinutes: one.lengthMinutes,
    start: one.time?.start ?? null,
    end: one.time?.end ?? null,
    prepareBy: one.time ? prepareByFor(one.time.start) : null,
    booking: one.time ? bookingFor(tenantId, talkId, 1) : null,
    bookings: one.time ? 1 : 0,
    bookDue: one.time ? dueAt(now) : null,
    room: one.room ?? null,
    roomWanted: one.roomWanted ?? false,
    partnerId: one.partnerId ?? null,
    notices: [],
    noticeDue: null,
    startedAt: null,
    startedBy: null,
    finishedAt: null,
    finishedBy: null,
    signing: null,
    signatures: [],
    signedContent: null,
    version: 1,
  };
}
