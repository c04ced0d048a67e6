/**
 * $filter: and, or, not, comparisons, startswith/endswith/contains, `in`, and any() over a list. Parsed to a function that is asked about the
 * object as it would be answered. Which properties may be filtered is passed in; the rest is refused, as Graph refuses it.
 */
import { badRequest } from '../refusal.ts';
import { isObject } from '../shape.ts';

export type Filter = (item: unknown) => boolean;
type Value = (item: unknown, names: Record<string, unknown>) => unknown;
type Test = (item: unknown, names: Record<string, unknown>) => boolean;

const token = /\s*(?:('(?:[^']|'')*')|([A-Za-z_][\w.]*(?:\/[A-Za-z_]\w*)*)|(-?\d[\w:.+-]*)|([(),:]))/gy;

/** `properties`: what may be filtered, for example `start/dateTime`; null: anything. */
export function parseFilter(text: string, properties: readonly string[] | null): Filter {
  const parser = new Parser(tokensOf(text), properties, text);
  const test = parser.or();
  parser.end();
  return (item) => test(item, {});
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let from = 0;
  while (text.slice(from).trim() !== '') {
    token.lastIndex = from;
    const match = token.exec(text);
    if (!match) throw invalid(text, from);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    from = token.lastIndex;
  }
  return tokens;
}

const invalid = (text: string, at: number): Error => badRequest(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`);

class Parser {
  private at = 0;
  private readonly tokens: string[];
  private readonly properties: readonly string[] | null;
  private readonly text: string;
  private variables: string[] = [];
  constructor(tokens: string[], properties: readonly string[] | null, text: string) {
    this.tokens = tokens;
    this.properties = properties;
    this.text = text;
  }

  or(): Test {
    const left = this.and();
    if (!this.take('or')) return left;
    const right = this.or();
    return (item, names) => left(item, names) || right(item, names);
  }

  end(): void {
    if (this.at < this.tokens.length) throw invalid(this.text, this.at);
  }

  private and(): Test {
    const left = this.not();
    if (!this.take('and')) return left;
    const right = this.and();
    return (item, names) => left(item, names) && right(item, names);
  }

  private not(): Test {
    if (!this.take('not')) return this.single();
    const inner = this.not();
    return (item, names) => !inner(item, names);
  }

  private single(): Test {
    if (this.take('(')) {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    const next = this.tokens[this.at] ?? '';
    if (/^(startswith|endswith|contains)$/i.test(next)) return this.call(next.toLowerCase());
    if (/\/any$/i.test(next)) return this.any(next.slice(0, -'/any'.length));
    return this.comparison();
  }

  private call(name: string): Test {
    this.at += 1;
    this.expect('(');
    const left = this.value();
    this.expect(',');
    const right = this.value();
    this.expect(')');
    return (item, names) => {
      const text = folded(left(item, names));
      const part = folded(right(item, names));
      if (typeof text !== 'string' || typeof part !== 'string') return false;
      return name === 'startswith' ? text.startsWith(part) : name === 'endswith' ? text.endsWith(part) : text.includes(part);
    };
  }

  private any(list: string): Test {
    const read = this.property(list);
    this.at += 1;
    this.expect('(');
    const variable = this.tokens[this.at] ?? '';
    this.at += 1;
    this.expect(':');
    this.variables.push(variable);
    const inner = this.or();
    this.variables.pop();
    this.expect(')');
    return (item, names) => {
      const found = read(item, names);
      return Array.isArray(found) && found.some((one: unknown) => inner(item, { ...names, [variable]: one }));
    };
  }

  private comparison(): Test {
    const left = this.value();
    const operator = (this.tokens[this.at] ?? '').toLowerCase();
    if (!['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in'].includes(operator)) throw invalid(this.text, this.at);
    this.at += 1;
    if (operator === 'in') {
      const values = this.list();
      return (item, names) => values.some((value) => folded(value(item, names)) === folded(left(item, names)));
    }
    const right = this.value();
    return (item, names) => compare(operator, folded(left(item, names)), folded(right(item, names)));
  }

  private list(): Value[] {
    this.expect('(');
    const values = [this.value()];
    while (this.take(',')) values.push(this.value());
    this.expect(')');
    return values;
  }

  private value(): Value {
    const next = this.tokens[this.at];
    if (next === undefined || /^[(),:]$/.test(next)) throw invalid(this.text, this.at);
    this.at += 1;
    if (next.startsWith("'")) return constant(next.slice(1, -1).replaceAll("''", "'"));
    if (next === 'null') return constant(null);
    if (next === 'true' || next === 'false') return constant(next === 'true');
    if (/^-?\d+(\.\d+)?$/.test(next)) return constant(Number(next));
    if (/^\d/.test(next)) return constant(next);
    return this.property(next);
  }

  private property(path: string): Value {
    const [first = '', ...rest] = path.split('/');
    if (this.variables.includes(first)) return (_item, names) => read(names[first], rest);
    if (this.properties && !this.properties.some((one) => one.toLowerCase() === path.toLowerCase()))
      throw badRequest(`Invalid filter clause: Could not find a property named '${path}', or it cannot be filtered.`);
    return (item) => read(item, [first, ...rest]);
  }

  private take(word: string): boolean {
    if (this.tokens[this.at]?.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    if (!this.take(word)) throw invalid(this.text, this.at);
  }
}

const constant =
  (value: unknown): Value =>
  () =>
    value;

/** Property names are taken in any case, as Graph takes them. */
function read(item: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => {
    if (!isObject(part)) return undefined;
    const known = Object.keys(part).find((one) => one.toLowerCase() === name.toLowerCase());
    return known === undefined ? undefined : part[known];
  }, item);
}

/** Directory and Outlook compare text without regard to case. Instants are compared as instants, however many decimals they carry. */
function folded(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return value.toLowerCase();
  const instant = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value.slice(0, 23)}Z`);
  return Number.isNaN(instant) ? value : instant;
}

function compare(operator: string, left: unknown, right: unknown): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left == null || right == null || typeof left !== typeof right) return false;
  const order = left < right ? -1 : left > right ? 1 : 0;
  return operator === 'gt' ? order > 0 : operator === 'ge' ? order >= 0 : operator === 'lt' ? order < 0 : order <= 0;
}
