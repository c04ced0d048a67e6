/** Templates: the parts and questions of a talk, with guidance, in every language Samtal speaks. A published version never changes. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { releaseRuleSchema } from '#api/privacy/contract.ts';

/** A text in every language. */
export const localizedSchema = z.object({ sv: z.string(), en: z.string() });

/** Ids become part of the names of stored fields. */
const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,99}$/);
const unique = (of: { id: string }[]): boolean => new Set(of.map(({ id }) => id)).size === of.length;

/**
 * How a question is answered: in words with light formatting; with one of five marks between two words (a scale has no numbers: it is no grade); or by
 * choosing one or several of some options. The two latter take a few words besides.
 */
export const formSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('scale'), from: localizedSchema, to: localizedSchema }),
  z.strictObject({
    kind: z.literal('choice'),
    several: z.boolean(),
    options: z
      .array(z.strictObject({ id: idSchema, text: localizedSchema }))
      .min(2)
      .max(12)
      .refine(unique),
  }),
]);
export type Form = z.infer<typeof formSchema>;

export const questionSchema = z.object({
  id: idSchema,
  /** Who answers it in their preparation. */
  asks: z.enum(['employee', 'both']),
  form: formSchema,
  text: localizedSchema,
  hint: localizedSchema,
  /** For the manager, who answers the same question about the employee; null for a question that only the employee is asked. */
  managerHint: localizedSchema.nullable(),
});
export type Question = z.infer<typeof questionSchema>;

export const partSchema = z.object({
  id: idSchema,
  title: localizedSchema,
  guidance: localizedSchema,
  /** Planned length on the agenda. */
  minutes: z.number().int(),
  questions: z.array(questionSchema),
});
export type Part = z.infer<typeof partSchema>;

export const templateSchema = z.object({
  templateId: z.string(),
  version: z.number().int(),
  name: localizedSchema,
  purpose: localizedSchema,
  lengthMinutes: z.number().int(),
  /** No question id occurs twice: answers are kept by it. */
  parts: z.array(partSchema).refine((parts) => unique(parts) && unique(parts.flatMap(({ questions }) => questions))),
  /** What HR may read of a talk made from this version; frozen into each talk (security.md, decision 3). */
  sharedWithHr: z.object({ preparation: z.boolean(), notes: z.boolean(), agreements: z.boolean() }),
  /** Whether the employee may read the manager's released preparation. */
  managerPreparationVisible: z.boolean(),
  releaseRule: releaseRuleSchema,
});
export type Template = z.infer<typeof templateSchema>;

/** The newest version of each template; a talk carries the version that it was made from. */
export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/templates',
  may: 'signed-in',
  about: { item: 'template', act: 'read' },
  answer: z.object({ templates: z.array(templateSchema) }),
});
