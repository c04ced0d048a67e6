/** Mail: what a message must be, how it lies in a mailbox, and how it is delivered to mailboxes of the tenant. Other addresses are accepted. */
import type { Mail, MailFile } from '../core/entities.ts';
import { newOutlookId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { addressOf } from './event-answer.ts';
import { bodyShape, emailShape, readAddress, readItemBody } from './event-input.ts';
import { extendedShape, readExtended, withExtended } from './extended.ts';
import { badRequest, itemNotFound, notHere } from './refusal.ts';
import { isObject, readBody, type Fields, type Shape } from './shape.ts';
import { userAt, type MailboxUser } from './tenant.ts';
import { randomUUID } from 'node:crypto';

const fileType = '#microsoft.graph.fileAttachment';
const fileShape: Shape = {
  type: 'fileAttachment',
  has: { name: 'string', contentType: 'string', contentBytes: 'string', isInline: 'boolean', contentId: 'string', size: 'integer' },
};
const recipients: Shape = { listOf: { type: 'recipient', has: { emailAddress: emailShape } } };

/** What Outlook reads in a message; what is not kept here is refused below. */
export const messageShape: Extract<Shape, { type: string }> = {
  type: 'message',
  has: {
    subject: 'string',
    body: bodyShape,
    toRecipients: recipients,
    ccRecipients: recipients,
    bccRecipients: recipients,
    replyTo: recipients,
    importance: { oneOf: ['low', 'normal', 'high'] },
    isRead: 'boolean',
    singleValueExtendedProperties: extendedShape,
    attachments: { listOf: fileShape },
    ...Object.fromEntries(
      [
        'from',
        'sender',
        'categories',
        'flag',
        'internetMessageHeaders',
        'internetMessageId',
        'inferenceClassification',
        'isDeliveryReceiptRequested',
        'isReadReceiptRequested',
        'multiValueExtendedProperties',
        'hasAttachments',
        'bodyPreview',
        'conversationId',
        'id',
        'isDraft',
        'webLink',
        'changeKey',
        'createdDateTime',
        'lastModifiedDateTime',
        'receivedDateTime',
        'sentDateTime',
        'parentFolderId',
      ].map((name) => [name, 'any' as const]),
    ),
  },
};
const notKept = ['ccRecipients', 'bccRecipients', 'multiValueExtendedProperties'];

export type NewMail = Pick<Mail, 'subject' | 'body' | 'to' | 'extendedProperties' | 'files'>;

/** Fields of a message that has been checked by its shape. */
export function readMessage(message: Fields): NewMail {
  const lost = notKept.find((name) => Array.isArray(message[name]) && message[name].length > 0);
  if (lost) throw notHere(`a message's '${lost}'`);
  const to = Array.isArray(message.toRecipients)
    ? message.toRecipients.map((one: unknown) => readAddress(isObject(one) ? one.emailAddress : null))
    : [];
  return {
    subject: typeof message.subject === 'string' ? message.subject : '',
    body: isObject(message.body) ? readItemBody(message.body) : { contentType: 'text', content: '' },
    to,
    extendedProperties: readExtended(message.singleValueExtendedProperties),
    files: Array.isArray(message.attachments) ? message.attachments.map(readFile) : [],
  };
}

/** A file as it is sent with its message; attached messages and links to files are not kept here. */
function readFile(file: unknown): MailFile {
  const { '@odata.type': type, name, contentType, contentBytes } = isObject(file) ? file : {};
  if (type === undefined) throw badRequest('The attachment has no @odata.type.', 'RequestBodyRead');
  if (type !== fileType) throw notHere(`an attachment of type '${typeof type === 'string' ? type : 'unknown'}'`);
  if (typeof name !== 'string' || name === '') throw badRequest('Required property name is missing.', 'ErrorInvalidRequest');
  if (typeof contentBytes !== 'string' || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(contentBytes))
    throw badRequest("Cannot convert the value of property 'contentBytes' to the expected type 'Edm.Binary'.", 'RequestBodyRead');
  return { name, contentType: typeof contentType === 'string' ? contentType : 'application/octet-stream', contentBytes };
}

const sendShape: Extract<Shape, { type: string }> = {
  type: 'sendMail',
  anyCase: true,
  has: { message: messageShape, saveToSentItems: 'boolean' },
};

export function readSendMail(body: unknown): { mail: NewMail; keep: boolean } {
  const fields = readBody(body, sendShape, 'RequestBodyRead');
  if (!isObject(fields.message)) throw badRequest('The Message parameter is required.', 'ErrorInvalidParameter');
  return { mail: readMessage(fields.message), keep: fields.saveToSentItems !== false };
}

export const readDraft = (body: unknown): NewMail => readMessage(readBody(body, messageShape, 'RequestBodyRead'));

function put(
  world: World,
  user: MailboxUser,
  folder: Mail['folder'],
  mail: Omit<Mail, 'id' | 'tenantId' | 'userId' | 'folder' | 'readAt'>,
): Mail {
  const id = newOutlookId();
  const readAt = folder === 'inbox' ? null : mail.at;
  const kept: Mail = { ...mail, id, tenantId: user.tenantId, userId: user.id, folder, readAt };
  world.mails.put(`${user.id}/${id}`, kept);
  world.announce({ personId: user.id, area: 'mail' });
  return kept;
}

const newMessage = (world: World, user: MailboxUser, mail: NewMail): Omit<Mail, 'id' | 'tenantId' | 'userId' | 'folder' | 'readAt'> => ({
  ...mail,
  from: addressOf(user),
  at: world.clock.now().toISOString(),
  internetMessageId: `<${randomUUID()}@${user.mail.split('@')[1] ?? 'localhost'}>`,
});

/** Delivers to everybody of the tenant; keeps it among the sent unless told not to. Extended properties stay with the sender. */
export function send(world: World, user: MailboxUser, mail: NewMail, keep: boolean): void {
  if (mail.to.length === 0) throw badRequest("At least one recipient isn't valid.", 'ErrorInvalidRecipients');
  const message = newMessage(world, user, mail);
  if (keep) put(world, user, 'sentitems', message);
  const receivers = new Map(mail.to.map(({ address }) => [address.toLowerCase(), userAt(world, user.tenantId, address)]));
  for (const receiver of receivers.values()) if (receiver) put(world, receiver, 'inbox', { ...message, extendedProperties: [] });
}

export const draft = (world: World, user: MailboxUser, mail: NewMail): Mail => put(world, user, 'drafts', newMessage(world, user, mail));

/** What a change says of a message: anything of a draft, of others whether it was read. */
export function changeMail(world: World, user: MailboxUser, id: string, body: unknown): Mail {
  const mail = mailOf(world, user, id);
  const fields = readBody(body, messageShape, 'RequestBodyRead');
  const wanted = readMessage(fields);
  const given = Object.fromEntries(
    Object.entries({ subject: wanted.subject, body: wanted.body, to: wanted.to }).filter(
      ([name]) => fields[namesOf[name] ?? ''] !== undefined,
    ),
  );
  if (Object.keys(given).length > 0 && mail.folder !== 'drafts')
    throw badRequest('The message is no draft: these properties cannot be changed.', 'ErrorInvalidPropertySet');
  const read = fields.isRead === undefined ? {} : { readAt: fields.isRead ? (mail.readAt ?? world.clock.now().toISOString()) : null };
  const extendedProperties = withExtended(mail.extendedProperties, wanted.extendedProperties);
  const changed = world.mails.put(`${user.id}/${id}`, { ...mail, ...given, ...read, extendedProperties });
  world.announce({ personId: user.id, area: 'mail' });
  return changed;
}
const namesOf: Record<string, string> = { subject: 'subject', body: 'body', to: 'toRecipients' };

/** Throws the message away. */
export function removeMail(world: World, user: MailboxUser, id: string): void {
  world.mails.remove(`${user.id}/${mailOf(world, user, id).id}`);
  world.announce({ personId: user.id, area: 'mail' });
}

export function sendDraft(world: World, user: MailboxUser, id: string): void {
  const mail = mailOf(world, user, id);
  if (mail.folder !== 'drafts') throw badRequest('The message is no draft.', 'ErrorInvalidRequest');
  send(world, user, mail, true);
  world.mails.remove(`${user.id}/${id}`);
}

export function mailOf(world: World, user: MailboxUser, id: string): Mail {
  const mail = world.mails.get(`${user.id}/${id}`);
  if (!mail) throw itemNotFound();
  return mail;
}
