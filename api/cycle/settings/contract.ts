/** The rules of a cycle that HR may set beyond window, length and load: hours, holidays, who is in every talk, order, exceptions. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { roomRulesSchema } from '../room/contract.ts';

/** Countries whose public holidays Samtal knows (rules/holidays.ts). */
export const countries = ['se', 'no', 'dk', 'fi', 'gb'] as const;
export const countrySchema = z.enum(countries);
export type Country = z.infer<typeof countrySchema>;

/** 1 Monday to 7 Sunday. */
const weekday = z.number().int().min(1).max(7);
const minute = z.number().int().min(0).max(1440).multipleOf(15);
/** Minutes of the local day; `from` included, `to` not. */
export const hoursSchema = z.strictObject({ from: minute, to: minute });
export type Hours = z.infer<typeof hoursSchema>;

const personId = z.string().min(1).max(100);
/** Names of departments; none of them means everyone. Twice what a directory holds (Microsoft Graph, user: department has at most 64 characters). */
export const departmentsSchema = z.array(z.string().max(128)).max(500);

/** Days, both included, after the first window or reaching beyond it, for the talks of these employees; everybody else's lie in the first. */
export const secondWindowSchema = z.strictObject({ from: z.iso.date(), to: z.iso.date(), people: z.array(personId).max(2000) });
export type SecondWindow = z.infer<typeof secondWindowSchema>;

export const planRulesSchema = z.strictObject({
  preferWeekdays: z.array(weekday).max(7),
  avoidWeekdays: z.array(weekday).max(7),
  preferHours: z.array(hoursSchema).max(6),
  avoidHours: z.array(hoursSchema).max(6),
  /** Countries whose public holidays are kept free, for the people who work there. */
  holidays: z.array(countrySchema).max(countries.length),
  /** Days nobody has talks on, from a calendar file. */
  daysOff: z.array(z.strictObject({ day: z.iso.date(), name: z.string().max(120) })).max(200),
  /** Somebody who takes part in every talk, for example an HR partner. */
  partnerId: personId.nullable(),
  /** That person is invited as well, and not only kept free. Opens no content to them. */
  invitePartner: z.boolean().optional(),
  /** A room in every talk; none when left out. */
  rooms: roomRulesSchema.nullable().optional(),
  /** Managers have their own talk before those they hold, where there is room for it. */
  managersFirst: z.boolean(),
  /** People who get no talk in this cycle. */
  leftOut: z.array(personId).max(2000),
  /** Talks that somebody else than the manager holds. */
  heldBy: z.array(z.strictObject({ employeeId: personId, managerId: personId })).max(2000),
  /** Some talks later than the others; none when left out. */
  secondWindow: secondWindowSchema.nullable().optional(),
});
export type PlanRules = z.infer<typeof planRulesSchema>;

/** How many talks these departments (none: everyone) and exceptions make, and how many of them nobody holds. Reads no calendar and keeps nothing. */
export const countPeople = endpoint({
  method: 'POST',
  path: '/api/cycles/people',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  body: planRulesSchema.pick({ leftOut: true, heldBy: true }).extend({ departments: departmentsSchema }),
  answer: z.object({ talks: z.number().int(), withoutManager: z.number().int(), leftOut: z.number().int() }),
});
