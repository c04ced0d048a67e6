/** Mail: sending, drafts, and reading of folders. */
import type { Mail } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { expanded } from '../extended.ts';
import { changeMail, draft, mailOf, readDraft, readSendMail, removeMail, send, sendDraft } from '../mail.ts';
import { folderId, messageFields, messageProperties } from '../mail-answer.ts';
import { checkOptions, listAnswer, pick, root, selectOf } from '../odata/query.ts';
import { itemNotFound, outlookDenied } from '../refusal.ts';
import type { Fields } from '../shape.ts';
import { mailboxUser, type MailboxUser } from '../tenant.ts';
import { countMessage } from '../throttle.ts';

const filterable = [
  'id',
  'subject',
  'isRead',
  'isDraft',
  'receivedDateTime',
  'sentDateTime',
  'internetMessageId',
  'from/emailAddress/address',
  'singleValueExtendedProperties',
];
const sortable = ['receivedDateTime', 'sentDateTime', 'subject'];
const folders = { inbox: 'Inbox', sentitems: 'Sent Items', drafts: 'Drafts' } as const satisfies Record<Mail['folder'], string>;

/** Mail.ReadBasic shows neither bodies nor extended properties, and filters by neither. */
const isBasic = ({ caller }: Call): boolean => !caller.permissions.has('Mail.Read') && !caller.permissions.has('Mail.ReadWrite');

function list(call: Call, user: MailboxUser, mails: Mail[], context: string): Answer {
  checkOptions(call, ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand']);
  const basic = isBasic(call);
  if (basic && /ExtendedProperties/i.test(`${call.query.get('$filter') ?? ''}${call.query.get('$expand') ?? ''}`)) throw outlookDenied();
  const names = selectOf(call, 'message', messageProperties);
  const newestFirst = [...mails].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const items = newestFirst.map((mail) => ({ ...messageFields(user, mail), singleValueExtendedProperties: mail.extendedProperties }));
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  return listAnswer(call, items, { context, filter: filterable, sort: sortable, pageSize: 10, most: 1000 }, ({ id, ...item }) => {
    const shown = Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'singleValueExtendedProperties'));
    return { ...pick(withoutBody({ ...shown, id }, basic), names), ...expanded(call, byId.get(String(id))?.extendedProperties ?? []) };
  });
}

function withoutBody(fields: Fields, basic: boolean): Fields {
  if (!basic) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'body' && name !== 'bodyPreview'));
}

function one(call: Call, user: MailboxUser, mail: Mail, status: number): Answer {
  checkOptions(call, ['$select', '$expand']);
  const basic = isBasic(call) && call.method === 'GET';
  const fields = pick(withoutBody(messageFields(user, mail), basic), selectOf(call, 'message', messageProperties));
  return {
    status,
    body: {
      '@odata.context': `${root}/$metadata#users('${user.id}')/messages/$entity`,
      ...fields,
      ...(basic ? {} : expanded(call, mail.extendedProperties)),
    },
  };
}

/** A folder by its well-known name or its id. */
function folderOf(call: Call, user: MailboxUser): Mail['folder'] {
  const name = call.at.folder ?? '';
  const found = (Object.keys(folders) as Mail['folder'][]).find(
    (folder) => folder === name.toLowerCase() || folderId(user, folder) === name,
  );
  if (!found) throw itemNotFound();
  return found;
}

const inFolder = (world: World, user: MailboxUser, folder: Mail['folder']): Mail[] =>
  world.mails.by('user', user.id).filter((mail) => mail.folder === folder);

function folder(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const name = folderOf(call, user);
  const mails = inFolder(world, user, name);
  const body = {
    '@odata.context': `${root}/$metadata#users('${user.id}')/mailFolders/$entity`,
    id: folderId(user, name),
    displayName: folders[name],
    parentFolderId: `AAMkAG${Buffer.from(user.id).toString('base64url')}AAA=`,
    childFolderCount: 0,
    unreadItemCount: mails.filter(({ readAt }) => readAt === null).length,
    totalItemCount: mails.length,
    isHidden: false,
  };
  return { status: 200, body };
}

function listFolder(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  return list(
    call,
    user,
    inFolder(world, user, folderOf(call, user)),
    `users('${user.id}')/mailFolders('${call.at.folder ?? ''}')/messages`,
  );
}

function listAll(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  return list(call, user, world.mails.by('user', user.id), `users('${user.id}')/messages`);
}

function sendNow(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const { mail, keep } = readSendMail(call.body);
  countMessage(world, user.id);
  send(world, user, mail, keep);
  return { status: 202 };
}

function sendLater(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  countMessage(world, user.id);
  sendDraft(world, user, call.at.message ?? '');
  return { status: 202 };
}

function write(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  return one(call, user, draft(world, user, readDraft(call.body)), 201);
}

function read(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  return one(call, user, mailOf(world, user, call.at.message ?? ''), 200);
}

function change(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  return one(call, user, changeMail(world, user, call.at.message ?? '', call.body), 200);
}

function remove(world: World, call: Call): Answer {
  removeMail(world, mailboxUser(world, call), call.at.message ?? '');
  return { status: 204 };
}

export const mailRoutes: Route[] = [
  { method: 'POST', path: '/users/{user}/sendMail', answer: sendNow },
  { method: 'POST', path: '/users/{user}/messages', answer: write },
  { method: 'GET', path: '/users/{user}/messages', answer: listAll },
  { method: 'GET', path: '/users/{user}/messages/{message}', answer: read },
  { method: 'PATCH', path: '/users/{user}/messages/{message}', answer: change },
  { method: 'DELETE', path: '/users/{user}/messages/{message}', answer: remove },
  { method: 'POST', path: '/users/{user}/messages/{message}/send', answer: sendLater },
  { method: 'GET', path: '/users/{user}/mailFolders/{folder}', answer: folder },
  { method: 'GET', path: '/users/{user}/mailFolders/{folder}/messages', answer: listFolder },
];
