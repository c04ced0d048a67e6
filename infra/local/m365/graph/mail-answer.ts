/** Messages as Graph writes them. What they must be and where they go is in mail.ts. */
import { createHash } from 'node:crypto';
import type { Mail } from '../core/entities.ts';
import { outlookTime, textOf } from './event-answer.ts';
import type { Fields } from './shape.ts';
import type { MailboxUser } from './tenant.ts';

export const messageProperties = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories', 'receivedDateTime', 'sentDateTime', 'hasAttachments'],
  ...['internetMessageId', 'subject', 'bodyPreview', 'importance', 'parentFolderId', 'conversationId', 'isDeliveryReceiptRequested'],
  ...['isReadReceiptRequested', 'isRead', 'isDraft', 'webLink', 'inferenceClassification', 'body', 'sender', 'from', 'toRecipients'],
  ...['ccRecipients', 'bccRecipients', 'replyTo', 'flag'],
];

export const folderId = (user: MailboxUser, folder: Mail['folder']): string =>
  `AAMkAG${Buffer.from(`${user.id}/${folder}`).toString('base64url')}AAA=`;

export function messageFields(user: MailboxUser, mail: Mail): Fields {
  const { id, at, from, to, body, files } = mail;
  const state = createHash('sha256')
    .update(JSON.stringify([mail.internetMessageId, mail.readAt, mail.subject, body, to]))
    .digest('base64');
  const changeKey = state.slice(0, 24);
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id,
    createdDateTime: `${at.slice(0, 19)}Z`,
    lastModifiedDateTime: `${at.slice(0, 19)}Z`,
    changeKey,
    categories: [],
    receivedDateTime: outlookTime(at),
    sentDateTime: outlookTime(at),
    hasAttachments: (files ?? []).length > 0,
    internetMessageId: mail.internetMessageId,
    subject: mail.subject,
    bodyPreview: textOf(body).slice(0, 255),
    importance: 'normal',
    parentFolderId: folderId(user, mail.folder),
    conversationId: Buffer.from(mail.internetMessageId).toString('base64url'),
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: mail.readAt !== null,
    isDraft: mail.folder === 'drafts',
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    body,
    sender: { emailAddress: from },
    from: { emailAddress: from },
    toRecipients: to.map((emailAddress) => ({ emailAddress })),
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    flag: { flagStatus: 'notFlagged' },
  };
}
