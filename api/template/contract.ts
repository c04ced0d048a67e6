/** Templates: the parts and questions of a talk, with guidance, in every language Samtal speaks. A published version never changes. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { releaseRuleSchema } from '#api/privacy/contract.ts';

/** A text in every language. */
export const localizedSchema = z.object({ sv: z.string(), en: z.string() });

export const questionSchema = z.object({
  id: z.string(),
  /** Who answers it in their preparation. */
  asks: z.enum(['employee', 'both']),
  text: localizedSchema,
  hint: localizedSchema,
  /** For the manager, who answers the same question about the employee; null for a question that only the employee is asked. */
  managerHint: localizedSchema.nullable(),
});
export type Question = z.infer<typeof questionSchema>;

export const partSchema = z.object({
  id: z.string(),
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
  parts: z.array(partSchema),
  /** What HR may read of a talk made from this version; frozen into each talk (security.md, decision 3). */
  sharedWithHr: z.object({ preparation: z.boolean(), notes: z.boolean(), agreements: z.boolean() }),
  /** Whether the employee may read the manager's released preparation. */
  managerPreparationVisible: z.boolean(),
  releaseRule: releaseRuleSchema,
});
export type Template = z.infer<typeof templateSchema>;

export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/templates',
  may: 'signed-in',
  about: { item: 'template', act: 'read' },
  answer: z.object({ templates: z.array(templateSchema) }),
});
