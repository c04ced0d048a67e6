/** Templates for other features and for the tab. */
import type { Person } from '#api/platform/identity/actor.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Question, Template } from './contract.ts';
import { findBuiltIn, newestBuiltIn } from './rules/built-in.ts';

/** The template version frozen into a talk; that it is gone is a fault, since published versions are never removed. */
export function frozenTemplate(templateId: string, version: number): Template {
  const found = findBuiltIn(templateId, version);
  if (!found) throw new Error(`Template ${templateId} version ${version} does not exist`);
  return found;
}

/** The newest version, or undefined when there is no such template. */
export function newestTemplate(templateId: string): Template | undefined {
  return findBuiltIn(templateId);
}

/** The questions one side answers in its preparation. */
export function questionsFor(template: Template, side: 'employee' | 'manager'): Question[] {
  return template.parts.flatMap(({ questions }) => questions).filter(({ asks }) => asks === 'both' || asks === side);
}

export function listTemplates(_actor: Person): Promise<Result<{ templates: Template[] }>> {
  return Promise.resolve(done({ templates: [...newestBuiltIn] }));
}
