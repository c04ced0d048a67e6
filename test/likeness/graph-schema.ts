/**
 * Compares values with an OpenAPI description, as far as Microsoft's description of Graph uses it: names of properties, types, enumerations,
 * dates. Unknown properties count as deviations. Says what deviates; whether that is meant is for the test to know.
 */

export type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  nullable?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  allOf?: Schema[];
};
type Content = { $ref?: string; content?: { 'application/json'?: { schema: Schema } } };
type Operation = { requestBody?: Content; responses?: Record<string, Content> };
export type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Content>; requestBodies: Record<string, Content> };
};

/** The operation that a path below /v1.0 reaches. */
export function operationAt(description: Description, method: string, path: string): { template: string; operation: Operation } | null {
  const parts = path.replace(/^\/me(?=\/|$)/, '/users/me').split('/');
  for (const [template, operations] of Object.entries(description.paths)) {
    const names = template.replaceAll('()', '').split('/');
    const fits =
      names.length === parts.length && names.every((name, at) => name.startsWith('{') || name.toLowerCase() === parts[at]?.toLowerCase());
    const operation = operations[method.toLowerCase()];
    const isLiteral = !names.some((name, at) => name.startsWith('{') && parts[at] === 'delta');
    if (fits && isLiteral && operation) return { template, operation };
  }
  return null;
}

/** The JSON schema of a body, references resolved; null when there is none. */
export function schemaOf(description: Description, content: Content | undefined): Schema | null {
  if (!content) return null;
  const [, , kind = '', name = ''] = content.$ref?.split('/') ?? [];
  const found = content.$ref
    ? (kind === 'responses' ? description.components.responses : description.components.requestBodies)[name]
    : content;
  return found?.content?.['application/json']?.schema ?? null;
}

export const schemaNamed = (description: Description, name: string): Schema => {
  const schema = description.components.schemas[name];
  if (!schema) throw new Error(`The description has no ${name}`);
  return schema;
};

type Options = { anyCase?: boolean };

/** What deviates, as "where: what". `anyCase`: names of an action's parameters, which Graph takes in any case. */
export function deviations(description: Description, value: unknown, schema: Schema, where: string, options: Options = {}): string[] {
  const resolved = resolve(description, schema);
  if (value === null) return isNullable(resolved) ? [] : [`${where}: null is not allowed`];
  if (resolved.anyOf) return deviations(description, value, resolved.anyOf[0] ?? {}, where, options);
  if (resolved.enum) return resolved.enum.includes(value) ? [] : [`${where}: ${JSON.stringify(value)} is not in the list`];
  if (Array.isArray(value)) {
    const { items } = resolved;
    return items
      ? [...new Set(value.flatMap((one) => deviations(description, one, items, `${where}[]`)))]
      : [`${where}: a list where none is expected`];
  }
  if (typeof value === 'object') return ofObject(description, value as Record<string, unknown>, resolved, where, options);
  return ofPlain(value, resolved, where);
}

function ofObject(description: Description, value: Record<string, unknown>, schema: Schema, where: string, { anyCase }: Options): string[] {
  const named =
    typeof value['@odata.type'] === 'string' ? description.components.schemas[value['@odata.type'].replace(/^#/, '')] : undefined;
  const { properties, required } = membersOf(description, named ?? schema);
  const missing = [...required].filter((name) => !(name in value)).map((name) => `${where}.${name}: missing`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, inner]) => {
      if (name.includes('@')) return [];
      const known =
        properties.get(name) ?? (anyCase ? [...properties].find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] : undefined);
      return known ? deviations(description, inner, known, `${where}.${name}`) : [`${where}.${name}: unknown`];
    }),
  ];
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/;

function ofPlain(value: unknown, { type, format, pattern }: Schema, where: string): string[] {
  const given = typeof value;
  const wanted = type === 'integer' ? 'number' : type;
  if (wanted !== undefined && wanted !== given) return [`${where}: ${given} instead of ${wanted}`];
  // The error's date carries no zone, whatever its pattern says: the real service writes it so.
  if (typeof value === 'string' && format === 'date-time' && !where.endsWith('innerError.date') && !dateTime.test(value))
    return [`${where}: no date-time`];
  if (typeof value === 'string' && pattern !== undefined && format !== 'date-time' && !new RegExp(pattern).test(value))
    return [`${where}: not of the pattern`];
  if (typeof value === 'number' && /^int/.test(format ?? '') && !Number.isInteger(value)) return [`${where}: no whole number`];
  return [];
}

function resolve(description: Description, schema: Schema): Schema {
  return schema.$ref ? schemaNamed(description, schema.$ref.split('/').at(-1) ?? '') : schema;
}

const isNullable = ({ nullable, anyOf }: Schema): boolean => nullable === true || (anyOf ?? []).some((one) => one.nullable === true);

type Members = { properties: Map<string, Schema>; required: Set<string> };
const knownMembers = new WeakMap<Schema, Members>();

/** Properties of a type with those of the types it derives from. */
function membersOf(description: Description, schema: Schema): Members {
  const members = knownMembers.get(schema) ?? findMembers(description, schema);
  knownMembers.set(schema, members);
  return members;
}

function findMembers(description: Description, schema: Schema): Members {
  const resolved = resolve(description, schema);
  const properties = new Map<string, Schema>();
  const required = new Set(resolved.required ?? []);
  for (const part of resolved.allOf ?? []) {
    const inner = membersOf(description, part);
    inner.properties.forEach((one, name) => properties.set(name, one));
    inner.required.forEach((name) => required.add(name));
  }
  for (const [name, one] of Object.entries(resolved.properties ?? {})) properties.set(name, one);
  return { properties, required };
}
