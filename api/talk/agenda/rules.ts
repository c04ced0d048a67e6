/** Rules of a talk's own agenda: when it may be changed, what it may hold, and what it makes of the template's. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { PolicyFacts } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Template } from '#api/template/contract.ts';
import type { Side } from '../contract.ts';
import { pointLimit, type AgendaInput } from './contract.ts';

/**
 * Whether this side may save this agenda of a talk made from this template.
 * @returns null, or not-found (the employee, who raises topics instead), agenda-closed (the talk has started), wrong-input naming a part that the
 * template does not have or a point that stands twice, point-too-long (limit in UTF-16 code units)
 */
export function maySaveAgenda(side: Side, facts: PolicyFacts, { parts }: Pick<Template, 'parts'>, input: AgendaInput): Refused | null {
  if (side !== 'manager') return refuse('not-found');
  if (!mayAccess('agenda', 'write', side, facts)) return refuse('agenda-closed');
  const unknown = Object.keys(input.minutes).find((partId) => !parts.some(({ id }) => id === partId));
  if (unknown !== undefined) return refuse('wrong-input', { field: 'minutes', detail: 'Must be parts of the template of this talk.' });
  if (new Set(input.points.map(({ pointId }) => pointId)).size < input.points.length)
    return refuse('wrong-input', { field: 'points', detail: 'Each point must have an id of its own.' });
  const tooLong = input.points.some(({ text }) => text.length > pointLimit);
  return tooLong ? refuse('point-too-long', { limit: pointLimit, detail: `At most ${pointLimit} characters.` }) : null;
}

/** The template with the minutes that this talk gives its parts; everything else of a published version stays as it is. */
export function withOwnMinutes(template: Template, minutes: Readonly<Record<string, number>>): Template {
  return { ...template, parts: template.parts.map((part) => ({ ...part, minutes: minutes[part.id] ?? part.minutes })) };
}
