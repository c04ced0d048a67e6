/** Takes people out of the lists of cycles and of proposals to plan them again. Decides nothing about who. */
import type { Model } from 'mongoose';
import type { Db } from '#api/platform/db/db.ts';
import { cycles } from '../store.ts';

const inSettings: [string, (id: string) => unknown][] = [
  ['settings.rules.leftOut', (id) => id],
  ['settings.rules.heldBy', (employeeId) => ({ employeeId })],
  ['settings.rules.secondWindow.people', (id) => id],
  ['settings.rules.rooms.without', (id) => id],
];
const inPlan: [string, (id: string) => unknown][] = [
  ['plan.placed', (employeeId) => ({ employeeId })],
  ['plan.unplaced', (employeeId) => ({ employeeId })],
  ['plan.notices', (personIds) => ({ personIds })],
  ['chosen', (employeeId) => ({ employeeId })],
];

/** Takes an employee out of every list, in documents with these settings; whoever has the old version open is told that it is stale. */
export async function dropFrom<T>(model: Model<T>, tenantId: string, personId: string, lists = inSettings): Promise<number> {
  let changed = 0;
  for (const [path, what] of lists) {
    const where = what(personId);
    const found = typeof where === 'string' ? { [path]: where } : { [path]: { $elemMatch: where } };
    const change = { $pull: { [path]: where }, $inc: { version: 1 } };
    changed += (await model.updateMany({ tenantId, ...found } as object, change as object)).modifiedCount;
  }
  return changed;
}

export function dropRows(db: Db, tenantId: string, personId: string): Promise<number> {
  return dropFrom(cycles(db), tenantId, personId, [...inSettings, ...inPlan]);
}

/** Takes talks that are erased out of what HR has left out of the last re-plan. */
export async function dropLeftOut(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  const gone = { $in: talkIds };
  return (await cycles(db).updateMany({ tenantId, 'replan.leftOut': gone }, { $pull: { 'replan.leftOut': gone } })).modifiedCount;
}
