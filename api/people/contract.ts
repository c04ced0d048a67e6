/** People as Samtal knows them: copies of the directory (Microsoft Entra), never a second truth. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Languages Samtal speaks. A person's comes from Outlook's language; what we do not speak becomes English. */
export const languageSchema = z.enum(['sv', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A person as others see them on a screen. `id` is the Entra object id (oid). */
export const personRefSchema = z.object({ id: z.string(), name: z.string(), jobTitle: z.string(), department: z.string() });
export type PersonRef = z.infer<typeof personRefSchema>;

export const meSchema = z.object({
  person: personRefSchema,
  manager: personRefSchema.nullable(),
  /** Has at least one direct report, or is the manager of a talk. */
  isManager: z.boolean(),
  isHr: z.boolean(),
  /** May ask for, and approve, what the law lets a person have of what is written about them (privacy/access-request). */
  isOfficer: z.boolean(),
  language: languageSchema,
  /** IANA name, from the person's mailbox settings. */
  timeZone: z.string(),
});
export type Me = z.infer<typeof meSchema>;

export const readMe = endpoint({ method: 'GET', path: '/api/me', may: 'signed-in', about: null, answer: meSchema });

export const departmentSchema = z.object({ name: z.string(), people: z.number().int() });

/** People HR can choose by name, at most 20; with `id`, the one with this id. Only those who are here and have a mailbox. */
export const findColleagues = endpoint({
  method: 'GET',
  path: '/api/departments/people',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  query: z.strictObject({ name: z.string().max(120).optional(), id: z.string().max(100).optional() }),
  answer: z.object({ people: z.array(personRefSchema) }),
});

/** Departments HR can choose from, with when the directory was last read (null: the first reading is still under way). */
export const listDepartments = endpoint({
  method: 'GET',
  path: '/api/departments',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  answer: z.object({ departments: z.array(departmentSchema), syncedAt: z.string().nullable() }),
});
