/**
 * Schemas of types that the reduced description leaves out, read from Microsoft's own types for TypeScript (@microsoft/microsoft-graph-types, made from
 * the same metadata): names of properties, their types, and whether they may be null. What an enumeration may say is not looked at.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Schema } from './graph-schema.ts';

const file = fileURLToPath(new URL('../../node_modules/@microsoft/microsoft-graph-types/microsoft-graph.d.ts', import.meta.url));
let text: string | null = null;

/** The type by its name there, for example `Room`, with the properties of those it derives from. */
export function typedSchema(name: string): Schema {
  text ??= readFileSync(file, 'utf8');
  const [, base, body] = new RegExp(`export interface ${name} (?:extends (\\w+) )?\\{([\\s\\S]*?)\\n\\}`).exec(text) ?? [];
  if (body === undefined) throw new Error(`Microsoft's types have no ${name}`);
  const own = [...body.matchAll(/^ {4}(\w+)\??: ([^;]+);/gm)].map(([, property = '', type = '']) => [property, schemaFor(type)] as const);
  return { type: 'object', properties: { ...(base ? typedSchema(base).properties : {}), ...Object.fromEntries(own) } };
}

function schemaFor(type: string): Schema {
  const [, inner] = /^NullableOption<(.+)>$/.exec(type) ?? [];
  if (inner !== undefined) return { ...schemaFor(inner), nullable: true };
  if (type.endsWith('[]')) return { type: 'array', items: schemaFor(type.slice(0, -2)) };
  return /^(string|number|boolean)$/.test(type) ? { type } : {};
}
