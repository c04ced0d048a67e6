/**
 * E-mail through Microsoft Graph, from one configured mailbox: first a draft that carries Samtal's key, then its sending, so that whatever became of
 * a lost answer can be looked up. Decides neither what is said nor when.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GraphRefused, MicrosoftUnavailable, unlessGone } from './failures.ts';
import type { SendGraph } from './http.ts';

const propertySet = 'String {7a1f3c58-2a54-4b8e-9a53-8c0d2f6f5a11} Name';
const keyId = `${propertySet} SamtalMail`;
/** What the draft says, as a hash: one that is found again is sent only if it still says the same. */
const wordsId = `${propertySet} SamtalWords`;

export type Mail = {
  to: { address: string; name: string };
  subject: string;
  html: string;
  /** A calendar file that comes with it. */
  calendar?: { name: string; text: string } | null;
  /** Samtal's key, kept on the message so that it can be looked up. */
  key: string;
};
export type Try = {
  /** An earlier try may have had its effect: look first. */
  isRepeated: boolean;
  /** Asked just before each call that has an effect: false when somebody else has taken the mail over. */
  keep(): Promise<boolean>;
  /** What was begun has certainly had no effect, and left nothing behind. */
  undo(): Promise<void>;
};
type From = { send: SendGraph; tenantId: string; path: string };

/** Sends one mail and keeps it in the mailbox's sent items; nothing happens when it is there already. */
export async function sendMail(send: SendGraph, tenantId: string, from: string, mail: Mail, attempt: Try): Promise<void> {
  const { isRepeated, keep } = attempt;
  const mailbox: From = { send, tenantId, path: `/users/${encodeURIComponent(from)}` };
  const message = messageOf(mail);
  const found = isRepeated ? await lookUp(mailbox, mail.key) : { isSent: false, drafts: [] };
  const same = found.isSent ? undefined : found.drafts.find(({ words }) => words === hashOf(mail));
  for (const { id } of found.drafts) if (id !== same?.id) await throwAway(mailbox, id);
  if (found.isSent) return;
  const written = same ? null : await write(mailbox, message, keep);
  if (!(await keep())) {
    if (written !== null) await takeBack(mailbox, mail.key, written);
    throw takenOver();
  }
  const draftId = same?.id ?? written;
  if (draftId !== null) return sendDraft(mailbox, mail.key, draftId);
  await sendAtOnce(mailbox, message, attempt);
}

async function sendAtOnce({ send, tenantId, path }: From, message: object, { isRepeated, undo }: Try): Promise<void> {
  try {
    await send(tenantId, { method: 'POST', path: `${path}/sendMail`, body: { message, saveToSentItems: true } });
  } catch (error) {
    // Who may not write in the mailbox may not be allowed to look into it either: what need not be looked up shall not be.
    if (!isRepeated && error instanceof MicrosoftUnavailable && !error.maybeDone) await undo();
    throw error;
  }
}

const takenOver = (): MicrosoftUnavailable => new MicrosoftUnavailable('Somebody else has taken the mail over', false);

/**
 * Throws away a draft that came to be after somebody else had looked for one and sent theirs: nobody would ever send it. While the mail is not sent it
 * is left to them: they may be sending this very draft. Where it cannot be thrown away it stays in Samtal's own mailbox, unsent.
 */
async function takeBack(mailbox: From, key: string, id: string): Promise<void> {
  try {
    if ((await lookUp(mailbox, key)).isSent) await throwAway(mailbox, id);
  } catch (error) {
    // Also a refusal: it must not look as if the mail were refused, or whoever calls would tell the person another way as well.
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
  }
}

function messageOf(mail: Mail): object {
  const { subject, html, to, calendar, key } = mail;
  const file = calendar && {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: calendar.name,
    contentType: 'text/calendar; charset=utf-8',
    contentBytes: Buffer.from(calendar.text).toString('base64'),
  };
  return {
    subject,
    body: { contentType: 'html', content: html },
    toRecipients: [{ emailAddress: to }],
    ...(file ? { attachments: [file] } : {}),
    singleValueExtendedProperties: [
      { id: keyId, value: key },
      { id: wordsId, value: hashOf(mail) },
    ],
  };
}

const hashOf = ({ to, subject, html, calendar }: Mail): string =>
  createHash('sha256')
    .update(JSON.stringify([to.address, subject, html, calendar?.text]))
    .digest('hex');

/** The draft's id; null without permission to write in the mailbox (Mail.ReadWrite): then the mail is sent in one call. */
async function write({ send, tenantId, path }: From, message: object, keep: Try['keep']): Promise<string | null> {
  if (!(await keep())) throw takenOver();
  try {
    const { id } = await send<{ id: string }>(tenantId, { method: 'POST', path: `${path}/messages`, body: message });
    return id;
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 403) return null;
    throw error;
  }
}

async function sendDraft(mailbox: From, key: string, id: string): Promise<void> {
  const { send, tenantId, path } = mailbox;
  try {
    await send(tenantId, { method: 'POST', path: `${path}/messages/${encodeURIComponent(id)}/send` });
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error;
    if (error.status !== 404) {
      await throwAway(mailbox, id);
      throw error;
    }
    // A sent draft is found under its old id no more: an earlier call that nobody waited for any longer has sent it meanwhile.
    if (!(await lookUp(mailbox, key)).isSent) throw new MicrosoftUnavailable('The draft is gone, and not among the sent', true);
  }
}

/** Away is what somebody else has taken away, too. */
async function throwAway({ send, tenantId, path }: From, id: string): Promise<void> {
  await unlessGone(send(tenantId, { method: 'DELETE', path: `${path}/messages/${encodeURIComponent(id)}` }));
}

const foundSchema = z.object({
  value: z.array(
    z.object({ id: z.string(), singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).optional() }),
  ),
});
type Found = { isSent: boolean; drafts: { id: string; words: string | null }[] };

/** What there is with this key. Drafts are looked through first: one that is being sent meanwhile is then found among the sent. */
async function lookUp({ send, tenantId, path }: From, key: string): Promise<Found> {
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${keyId}' and ep/value eq '${key.replaceAll("'", "''")}')`;
  const query = new URLSearchParams({
    $filter: filter,
    $select: 'id',
    $expand: `singleValueExtendedProperties($filter=id eq '${wordsId}')`,
  }).toString();
  const look = async (folder: string): Promise<Found['drafts']> => {
    const answer = await send<unknown>(tenantId, { path: `${path}/mailFolders/${folder}/messages?${query.replaceAll('+', '%20')}` });
    return foundSchema.parse(answer).value.map((one) => ({ id: one.id, words: one.singleValueExtendedProperties?.[0]?.value ?? null }));
  };
  const drafts = await look('drafts');
  return { drafts, isSent: (await look('sentitems')).length > 0 };
}
