/** Whether a room is all that a talk lacks: everybody has time for it where the plan has put the other talks. Pure. */
import type { InstanceTalk } from './instance-of.ts';
import { firstStart, wishOf } from './planner/open-starts.ts';
import type { Table } from './planner/table.ts';

/** True: without a room the talk has a time while all others stay where they are. */
export const isRoomMissing = (table: Table, talk: InstanceTalk): boolean =>
  talk.pool !== null && firstStart(table, { ...wishOf(table, talk), pool: null }) >= 0;
