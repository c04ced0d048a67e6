/**
 * One exchange with the local Graph against Microsoft's description: the request, if it was taken, and the answer. Says what deviates and whether
 * that is meant; the meant ones stand in infra/local/m365/graph/README.md with their reasons.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exchange } from '#infra/local/m365/graph/exchange.ts';
import { deviations, operationAt, schemaNamed, schemaOf, type Description } from './graph-schema.ts';
import { typedSchema } from './typed-schema.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));
/** Folder with the description; SAMTAL_GRAPH_OPENAPI names another. */
export const descriptionFolder = process.env.SAMTAL_GRAPH_OPENAPI ?? join(home, '../shared/data/graph');
const file = join(descriptionFolder, 'graph-v1.0-reduced.openapi.json');
export const isDescriptionThere = existsSync(file);

let read: Description | null = null;
export const readDescription = (): Description => (read ??= JSON.parse(readFileSync(file, 'utf8')) as Description);

/**
 * Addresses that the reduced description leaves out, with the type of what they take and answer; null: neither has a body. A type that it leaves out as
 * well goes by its name in Microsoft's types.
 */
const more: [RegExp, string | null, 'list' | 'one'][] = [
  [/^GET \/users\/[^/]+\/mailboxSettings$/, 'microsoft.graph.mailboxSettings', 'one'],
  [/^GET \/users\/[^/]+\/events\/[^/]+\/instances$/, 'microsoft.graph.event', 'list'],
  [/^POST \/users\/[^/]+\/events\/[^/]+\/permanentDelete$/, null, 'one'],
  [/^DELETE \/(chats|users)\/[^/]+\/(teamwork\/)?installedApps\/.+$/, null, 'one'],
  [/^GET \/users\/[^/]+\/memberOf$/, 'microsoft.graph.directoryObject', 'list'],
  [/^GET \/users\/[^/]+\/photo$/, 'microsoft.graph.profilePhoto', 'one'],
  [/^GET \/users\/[^/]+\/photo\/\$value$/, null, 'one'],
  [/^GET \/users\/[^/]+\/(mailFolders\/[^/]+\/)?messages$/, 'microsoft.graph.message', 'list'],
  [/^(GET|POST|PATCH) \/users\/[^/]+\/messages(\/[^/]+)?$/, 'microsoft.graph.message', 'one'],
  [/^(DELETE \/users\/[^/]+\/messages\/[^/]+|POST \/users\/[^/]+\/messages\/[^/]+\/send)$/, null, 'one'],
  [/^GET \/users\/[^/]+\/mailFolders\/[^/]+$/, 'microsoft.graph.mailFolder', 'one'],
  [/^GET \/places\/(microsoft\.graph\.room|[^/]+\/microsoft\.graph\.roomlist\/rooms)$/, 'Room', 'list'],
  [/^GET \/places\/microsoft\.graph\.roomlist$/, 'RoomList', 'list'],
];

/** Actions take their parameters in any case. */
const isAction = (template: string): boolean => /\/[a-z]+[A-Z]\w*$|\/(cancel|accept|decline)$/.test(template) && !template.endsWith('Apps');

/** A batch as the exchanges in it. */
export function exchangesIn(exchange: Exchange): Exchange[] {
  if (exchange.path !== '/$batch' || exchange.status !== 200) return [exchange];
  const { requests } = exchange.request as { requests: { id: string; method: string; url: string; body?: unknown }[] };
  const { responses } = exchange.answer as { responses: { id: string; status: number; body?: unknown }[] };
  return responses.flatMap(({ id, status, body }) => {
    const asked = requests.find((one) => one.id === id);
    if (!asked) return [];
    const path = decodeURIComponent(`/${asked.url.replace(/^\//, '').split('?')[0] ?? ''}`);
    const answer = typeof body === 'string' ? undefined : body;
    return [{ method: asked.method.toUpperCase(), path, request: asked.body, status, answer }];
  });
}

/** Its address as the description writes it, for example `GET /users/{user-id}/events`. */
export function operationOf({ method, path }: Exchange): string {
  const normal = path.replace(/^\/me(?=\/|$)/, '/users/me').replaceAll('()', '');
  const extra = more.find(([pattern]) => pattern.test(`${method} ${normal}`));
  return extra ? String(extra[0].source) : `${method} ${operationAt(readDescription(), method, normal)?.template ?? normal}`;
}

/** What deviates in one exchange that is no batch. */
export function deviationsOf({ method, path, request, status, answer }: Exchange): string[] {
  const description = readDescription();
  const normal = path.replace(/^\/me(?=\/|$)/, '/users/me').replaceAll('()', '');
  const key = `${method} ${normal}`;
  if (path === '/$batch' && status < 400) return [];
  if (status >= 400) return deviations(description, answer, schemaNamed(description, 'microsoft.graph.ODataErrors.ODataError'), key);
  const extra = more.find(([pattern]) => pattern.test(key));
  if (extra) return ofExtra(description, extra, { key, request, answer });
  const found = operationAt(description, method, normal);
  if (!found) return [`${key}: not in the description`];
  const asked = schemaOf(description, found.operation.requestBody);
  const answered = schemaOf(description, Object.entries(found.operation.responses ?? {}).find(([code]) => code.startsWith('2'))?.[1]);
  const where = `${method} ${found.template}`;
  return [
    ...(request === undefined || !asked
      ? []
      : deviations(description, request, asked, `${where} (request)`, { anyCase: isAction(found.template) })),
    ...(answer === undefined || !answered ? [] : deviations(description, answer, answered, where)),
  ];
}

type Bodies = { key: string; request: unknown; answer: unknown };

function ofExtra(description: Description, [, type, form]: (typeof more)[number], { key, request, answer }: Bodies): string[] {
  if (type === null) return answer === undefined ? [] : [`${key}: a body where none is expected`];
  const schema = type.startsWith('microsoft.graph.') ? schemaNamed(description, type) : typedSchema(type);
  const values = form === 'list' ? (answer as { value: unknown[] }).value : [answer];
  return [
    ...(request === undefined ? [] : deviations(description, request, schema, `${key} (request)`)),
    ...values.flatMap((value) => deviations(description, value, schema, key)),
  ];
}

/** Deviations that are meant, each with the words that stand in the README. */
export const meant: { form: RegExp; said: string[] }[] = [
  {
    form: /\/members\.value\[\]\.(userId|email|tenantId): unknown$/,
    said: ['conversationMember[].userId', 'conversationMember[].email', 'conversationMember[].tenantId'],
  },
  {
    form: /\(request\)\S*\.(permissionType|contentType): "(Delegated|Application|HTML|Text)" is not in the list$/,
    said: ['permissionType', 'contentType'],
  },
  { form: /\(request\)\.recipients?(\[\])?\.userId: unknown$/, said: ['aadUserNotificationRecipient.userId'] },
  { form: /\(request\)\S*attachments\[\]\.contentBytes: unknown$/i, said: ['fileAttachment.contentBytes'] },
];
export const isMeant = (deviation: string): boolean => meant.some(({ form }) => form.test(deviation));
