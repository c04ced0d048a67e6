/** E-mail through Microsoft Graph, from one configured mailbox. */
import type { SendGraph } from './http.ts';

const propertyId = 'String {7a1f3c58-2a54-4b8e-9a53-8c0d2f6f5a11} Name SamtalMail';

export type Mail = {
  to: { address: string; name: string };
  subject: string;
  html: string;
  /** Samtal's key, kept on the message so that it can be looked up. */ key: string;
};

/** Sends one mail and keeps it in the mailbox's sent items. */
export async function sendMail(send: SendGraph, tenantId: string, from: string, mail: Mail): Promise<void> {
  const message = {
    subject: mail.subject,
    body: { contentType: 'html', content: mail.html },
    toRecipients: [{ emailAddress: mail.to }],
    singleValueExtendedProperties: [{ id: propertyId, value: mail.key }],
  };
  await send(tenantId, { method: 'POST', path: `/users/${encodeURIComponent(from)}/sendMail`, body: { message, saveToSentItems: true } });
}

/** Whether a mail with this key has been sent: asked after an answer was lost, before trying again. */
export async function wasMailSent(send: SendGraph, tenantId: string, from: string, key: string): Promise<boolean> {
  const filter = encodeURIComponent(`singleValueExtendedProperties/any(ep: ep/id eq '${propertyId}' and ep/value eq '${key}')`);
  const path = `/users/${encodeURIComponent(from)}/mailFolders/sentitems/messages?$filter=${filter}&$select=id`;
  const answer = await send<{ value: unknown[] }>(tenantId, { path });
  return answer.value.length > 0;
}
