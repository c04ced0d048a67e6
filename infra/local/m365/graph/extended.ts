/** Single-value extended properties: how their ids look, how they are read, and what $expand shows of them. Events and messages carry them. */
import type { ExtendedProperty } from '../core/entities.ts';
import type { Call } from './call.ts';
import { parseFilter } from './odata/filter.ts';
import { badRequest } from './refusal.ts';
import { isObject, type Fields, type Shape } from './shape.ts';

const idForm =
  /^(Boolean|Binary|Double|Float|Integer|Long|Short|String|SystemTime|CLSID|Currency)( \{[0-9a-f-]{36}\} (Name .+|Id 0x[0-9a-f]+)| 0x[0-9a-f]+)$/i;

export const extendedShape: Shape = { listOf: { type: 'singleValueLegacyExtendedProperty', has: { id: 'string', value: 'string' } } };

export function readExtended(value: unknown): ExtendedProperty[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) => {
    if (!isObject(one) || typeof one.id !== 'string' || typeof one.value !== 'string' || !idForm.test(one.id))
      throw badRequest(`The property id '${isObject(one) ? String(one.id) : ''}' is invalid.`, 'ErrorInvalidPropertyId');
    return { id: one.id, value: one.value };
  });
}

/** New values beside the old ones that they do not replace. */
export const withExtended = (before: ExtendedProperty[], added: ExtendedProperty[]): ExtendedProperty[] => [
  ...before.filter(({ id }) => !added.some((one) => one.id.toLowerCase() === id.toLowerCase())),
  ...added,
];

/** The part that `$expand=singleValueExtendedProperties($filter=id eq '...')` adds; nothing without it. */
export function expanded(call: Call, properties: ExtendedProperty[]): Fields {
  const text = call.query.get('$expand');
  if (!text) return {};
  const match = /^singleValueExtendedProperties\(\$filter=(.+)\)$/i.exec(text.trim());
  if (!match)
    throw badRequest(
      `Parsing OData Select and Expand failed: '${text}' cannot be expanded here; extended properties need a filter on their id.`,
    );
  const found = properties.filter(parseFilter(match[1] ?? '', ['id', 'ep/id', 'value']));
  return found.length > 0 ? { singleValueExtendedProperties: found } : {};
}
