/**
 * Checks a request's body: properties that Graph does not know, and values of another type, are refused as it refuses them. Answers the body
 * with enumeration values in Graph's own spelling. What the values mean is checked by those who use them.
 */
import { badRequest } from './refusal.ts';

export type Shape =
  | 'string'
  | 'boolean'
  | 'integer'
  /** Known to Graph, not looked into. */
  | 'any'
  | { oneOf: readonly string[] }
  | { listOf: Shape }
  /** `anyCase`: parameters of an action, which Graph takes as `Message` and as `message`. */
  | { type: string; has: Readonly<Record<string, Shape>>; anyCase?: boolean };

export type Fields = Record<string, unknown>;

/** The body as an object of the type. `code`: how the service behind it names a body that it cannot read. */
export function readBody(body: unknown, shape: Extract<Shape, { type: string }>, code = 'BadRequest'): Fields {
  if (!isObject(body))
    throw badRequest('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
  return check(body, shape, '', code) as Fields;
}

function check(value: unknown, shape: Shape, name: string, code: string): unknown {
  if (value === null || shape === 'any') return value;
  if (shape === 'integer') return Number.isSafeInteger(value) ? value : wrong(name, 'Edm.Int64', code);
  if (typeof shape === 'string')
    return typeof value === shape ? value : wrong(name, shape === 'string' ? 'Edm.String' : 'Edm.Boolean', code);
  if ('oneOf' in shape) return oneOf(value, shape.oneOf, name, code);
  if ('listOf' in shape)
    return Array.isArray(value) ? value.map((one) => check(one, shape.listOf, name, code)) : wrong(name, 'Collection', code);
  if (!isObject(value)) return wrong(name, shape.type, code);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key.includes('@')) return [[key, inner]];
      const known = knownName(shape, key);
      if (known === undefined)
        throw badRequest(
          `The property '${key}' does not exist on type 'microsoft.graph.${shape.type}'. Make sure to only use property names that are defined by the type.`,
          code,
        );
      return [[known, check(inner, shape.has[known] ?? 'any', known, code)]];
    }),
  );
}

function knownName({ has, anyCase }: Extract<Shape, { type: string }>, key: string): string | undefined {
  if (Object.hasOwn(has, key)) return key;
  return anyCase ? Object.keys(has).find((name) => name.toLowerCase() === key.toLowerCase()) : undefined;
}

function oneOf(value: unknown, values: readonly string[], name: string, code: string): string {
  const known = typeof value === 'string' ? values.find((one) => one.toLowerCase() === value.toLowerCase()) : undefined;
  return known ?? wrong(name, `one of ${values.join(', ')}`, code);
}

function wrong(name: string, type: string, code: string): never {
  throw badRequest(`Cannot convert the value of property '${name}' to the expected type '${type}'.`, code);
}

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
