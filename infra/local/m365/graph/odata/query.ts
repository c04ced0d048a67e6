/** $select, $orderby, $top, $skip and pages with their nextLink. Filters are in filter.ts. */
import type { Answer, Call } from '../call.ts';
import { badRequest } from '../refusal.ts';
import type { Fields } from '../shape.ts';
import { parseFilter } from './filter.ts';

export const root = 'https://graph.microsoft.com/v1.0';

/** Names of the query options; those that begin with $ may be written without it. */
export function checkOptions(call: Call, known: readonly string[]): void {
  for (const name of call.query.keys()) {
    if (name.startsWith('$') && !known.includes(name)) throw badRequest(`The query option '${name}' is not allowed or not known here.`);
  }
}

/** Names in $select, or null for all. `type` and `properties` for the refusal of unknown ones. */
export function selectOf(call: Call, type: string, properties: readonly string[]): string[] | null {
  const text = call.query.get('$select');
  if (!text) return null;
  return text.split(',').map((one) => {
    const name = one.trim();
    const known = properties.find((property) => property.toLowerCase() === name.toLowerCase());
    if (!known)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      );
    return known;
  });
}

/** The object with its id, annotations and what was selected. */
export function pick(item: Fields, names: readonly string[] | null): Fields {
  if (!names) return item;
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name === 'id' || name.startsWith('@odata') || names.includes(name.split('@')[0] ?? name)),
  );
}

export function positive(call: Call, option: string, otherwise: number, most: number): number {
  const text = call.query.get(option);
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw badRequest(`Invalid value '${text}' for ${option} query option found. It must be between 0 and ${most}.`);
  return value;
}

type Listing = {
  context: string;
  /** Filterable properties; null for every one. */
  filter: readonly string[] | null;
  sort?: readonly string[];
  pageSize: number;
  most: number;
  /** Pages are turned by a token of Graph's own, and $skip is not known. */
  isOpaque?: boolean;
};

const tokenOf = (skip: number): string => Buffer.from(`page-${skip}`).toString('base64url');

function skippedBy(call: Call): number {
  const token = call.query.get('$skiptoken');
  if (token === null) return 0;
  const skip = /^page-(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (skip === undefined) throw badRequest(`Invalid value '${token}' for $skiptoken query option found.`);
  return Number(skip);
}

/** A collection after $filter, $orderby, $skip and $top, with a nextLink while there is more. */
export function listAnswer(call: Call, items: Fields[], listing: Listing, select: (item: Fields) => Fields): Answer {
  const text = call.query.get('$filter');
  const wanted = text === null ? items : items.filter(parseFilter(text, listing.filter));
  const sorted = sort(wanted, call.query.get('$orderby'), listing.sort ?? []);
  const skip = listing.isOpaque ? skippedBy(call) : positive(call, '$skip', 0, Number.MAX_SAFE_INTEGER);
  const top = positive(call, '$top', listing.pageSize, listing.most);
  const page = sorted.slice(skip, skip + top);
  const next = new URLSearchParams(call.query);
  next.set(listing.isOpaque ? '$skiptoken' : '$skip', listing.isOpaque ? tokenOf(skip + top) : String(skip + top));
  const count = call.query.get('$count') === 'true' ? { '@odata.count': sorted.length } : {};
  const more = skip + top < sorted.length && top > 0 ? { '@odata.nextLink': `${root}${encodeURI(call.path)}?${next.toString()}` } : {};
  return { status: 200, body: { '@odata.context': `${root}/$metadata#${listing.context}`, ...count, ...more, value: page.map(select) } };
}

function sort(items: Fields[], orderBy: string | null, allowed: readonly string[]): Fields[] {
  if (!orderBy) return items;
  const keys = orderBy.split(',').map((one) => {
    const [name = '', direction = 'asc'] = one.trim().split(/\s+/);
    if (!allowed.includes(name) || !/^(asc|desc)$/.test(direction)) throw badRequest(`Invalid orderby clause: '${one.trim()}'.`);
    return { path: name.split('/'), sign: direction === 'desc' ? -1 : 1 };
  });
  const valueAt = (item: Fields, path: string[]): string => {
    const value = path.reduce<unknown>((part, name) => (part as Fields | undefined)?.[name], item);
    return typeof value === 'string' ? value : '';
  };
  return [...items].sort((a, b) =>
    keys.reduce((order, { path, sign }) => order || sign * valueAt(a, path).localeCompare(valueAt(b, path)), 0),
  );
}
