/** The talks of a cycle as planning it again needs them: who, when, and what must not be touched. Never contents. */
import type { Platform } from '#api/platform/platform.ts';
import { isBeingWritten } from '../mailbox/rules/calendar-step.ts';
import { finishUntil } from '../parting/rules.ts';
import { listTalksOfCycle, type TalkRecord } from '../store.ts';
import type { OpenTalk } from './contract.ts';

/** All but those that were withdrawn. */
export async function listOpenTalks(platform: Platform, tenantId: string, cycleId: string): Promise<OpenTalk[]> {
  return (await listTalksOfCycle(platform.db, tenantId, cycleId)).map(openTalkOf);
}

function openTalkOf(talk: TalkRecord): OpenTalk {
  const { _id, employeeId, managerId, start, end, lengthMinutes, startedAt, finishedAt, signatures, moved, booking, parting, partedAt } =
    talk;
  return {
    talkId: _id,
    employeeId,
    managerId,
    time: start && end ? { start, end } : null,
    lengthMinutes,
    hasStarted: startedAt !== null,
    isHeld: finishedAt !== null,
    isSigned: signatures.length >= 2,
    isBeingWritten: isBeingWritten(talk) || (booking !== null && booking.bookedAt === null),
    ...(parting ? { parting: { to: parting.to, until: finishUntil(parting), isOver: partedAt != null } } : {}),
    isMovedByThem: moved != null && moved.why == null && moved.outcome === 'done',
  };
}
