import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bo, dan } from '../given.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

const to = (address: string): object => ({ emailAddress: { address, name: 'Somebody' } });
const property = { id: 'String {7a1f3c58-2a54-4b8e-9a53-8c0d2f6f5a11} Name Key', value: "it's 1" };
const message = {
  subject: 'Hello',
  body: { contentType: 'HTML', content: '<p>Hi &amp; bye</p>' },
  toRecipients: [to('bo@bakery.example')],
};
const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.ics', contentType: 'text/calendar', contentBytes: 'QUI=' };
const send = (body: unknown, from = ada): Promise<Reply> => trial.call('POST', `/users/${from}/sendMail`, body);
const folder = (userId: string, name: string): string[] =>
  trial.world.mails
    .by('user', userId)
    .filter((mail) => mail.folder === name)
    .map(({ subject }) => subject);

describe('sendMail', () => {
  it('delivers, keeps a copy and tells the host page; also with capital parameters', async () => {
    const told: string[] = [];
    const stop = trial.world.onChange(({ personId, area }) => told.push(`${area} ${personId}`));
    const { status } = await send({ Message: message, SaveToSentItems: true });
    stop();
    expect(status).toBe(202);
    expect(folder(bo, 'inbox')).toEqual(['Hello']);
    expect(folder(ada, 'sentitems')).toEqual(['Hello']);
    expect(told).toEqual([`mail ${ada}`, `mail ${bo}`]);
  });

  it('keeps no copy when told not to, and takes addresses nobody has', async () => {
    const before = folder(ada, 'sentitems').length;
    expect((await send({ message: { ...message, toRecipients: [to('who@elsewhere.example')] }, saveToSentItems: false })).status).toBe(202);
    expect(folder(ada, 'sentitems')).toHaveLength(before);
  });

  const refused: [string, unknown, number, string][] = [
    ['nobody to send to', { message: { ...message, toRecipients: [] } }, 400, 'ErrorInvalidRecipients'],
    ['an address that is none', { message: { ...message, toRecipients: [to('bo')] } }, 400, 'ErrorInvalidRecipients'],
    ['an unknown property', { message: { ...message, colour: 'red' } }, 400, 'RequestBodyRead'],
    ['an unknown parameter', { message, quickly: true }, 400, 'RequestBodyRead'],
    ['a wrong type', { message: { ...message, subject: 4 } }, 400, 'RequestBodyRead'],
    [
      'a property id of no known form',
      { message: { ...message, singleValueExtendedProperties: [{ id: 'Key', value: '1' }] } },
      400,
      'ErrorInvalidPropertyId',
    ],
    ['a file without its kind', { message: { ...message, attachments: [{ name: 'a' }] } }, 400, 'RequestBodyRead'],
    ['a file that is no base64', { message: { ...message, attachments: [{ ...file, contentBytes: 'a b' }] } }, 400, 'RequestBodyRead'],
    [
      'attached messages, which are not kept here',
      { message: { ...message, attachments: [{ '@odata.type': '#microsoft.graph.itemAttachment', name: 'a' }] } },
      501,
      'NotImplemented',
    ],
  ];
  it.each(refused)('refuses %s', async (_what, body, status, code) => {
    const answer = await send(body);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('needs a mailbox to send from', async () => {
    expect((await send({ message }, dan)).body.error?.code).toBe('MailboxNotEnabledForRESTAPI');
  });
});

describe('messages', () => {
  it('are found by an extended property, in the sender’s folder only', async () => {
    await send({ message: { ...message, subject: 'Marked', singleValueExtendedProperties: [property] } });
    const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${property.id}' and ep/value eq 'it''s 1')`);
    const found = await trial.call('GET', `/users/${ada}/mailFolders/SentItems/messages?$filter=${filter}&$select=subject`);
    expect(found.body.value).toEqual([{ '@odata.etag': expect.any(String), id: expect.any(String), subject: 'Marked' }]);
    expect((await trial.call('GET', `/users/${bo}/mailFolders/inbox/messages?$filter=${filter}`)).body.value).toEqual([]);
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${property.id}')`);
    const shown = await trial.call('GET', `/users/${ada}/messages?$filter=subject eq 'Marked'&$expand=${expand}`);
    expect((shown.body.value as object[])[0]).toMatchObject({ singleValueExtendedProperties: [property] });
  });

  it('are not found so with Mail.ReadBasic, which shows no bodies either', async () => {
    const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${property.id}' and ep/value eq '1')`);
    const path = `/users/${ada}/mailFolders/sentitems/messages`;
    expect((await trial.callWith(['Mail.ReadBasic.All'], 'GET', `${path}?$filter=${filter}`)).body.error?.code).toBe('ErrorAccessDenied');
    const { body } = await trial.callWith(['Mail.ReadBasic.All'], 'GET', path);
    expect((body.value as object[])[0]).not.toHaveProperty('body');
  });

  it('can be drafted and sent later', async () => {
    const rights = ['Mail.ReadWrite', 'Mail.Send'];
    const made = await trial.callWith(rights, 'POST', `/users/${ada}/messages`, { ...message, subject: 'Later', attachments: [file] });
    expect([made.status, made.body.isDraft, made.body.hasAttachments]).toEqual([201, true, true]);
    expect(folder(bo, 'inbox')).not.toContain('Later');
    expect((await trial.callWith(rights, 'POST', `/users/${ada}/messages/${String(made.body.id)}/send`)).status).toBe(202);
    expect([folder(ada, 'drafts'), folder(ada, 'sentitems').includes('Later'), folder(bo, 'inbox').includes('Later')]).toEqual([
      [],
      true,
      true,
    ]);
    expect((await trial.callWith(rights, 'GET', `/users/${ada}/messages/${String(made.body.id)}`)).body.error?.code).toBe(
      'ErrorItemNotFound',
    );
    expect(trial.world.mails.by('user', bo).at(-1)?.files).toEqual([{ name: 'a.ics', contentType: 'text/calendar', contentBytes: 'QUI=' }]);
  });

  it('can be changed while they are drafts; of others it can be said that they were read', async () => {
    const rights = ['Mail.ReadWrite'];
    const change = (id: unknown, body: unknown, user = ada): Promise<Reply> =>
      trial.callWith(rights, 'PATCH', `/users/${user}/messages/${String(id)}`, body);
    const { body: made } = await trial.callWith(rights, 'POST', `/users/${ada}/messages`, message);
    const changed = await change(made.id, { subject: 'Better', toRecipients: [to('cy@bakery.example')] });
    expect(changed.body).toMatchObject({ subject: 'Better', body: { content: '<p>Hi &amp; bye</p>' }, isDraft: true });
    expect(changed.body.changeKey).not.toBe(made.changeKey);
    await send({ message });
    const received = trial.world.mails.by('user', bo).at(-1)?.id;
    expect((await change(received, { isRead: true }, bo)).body).toMatchObject({ isRead: true });
    expect((await change(received, { subject: 'Forged' }, bo)).body.error?.code).toBe('ErrorInvalidPropertySet');
    expect((await change(received, { colour: 'red' }, bo)).status).toBe(400);
    const path = `/users/${ada}/messages/${String(made.id)}`;
    expect((await trial.callWith(rights, 'DELETE', path)).status).toBe(204);
    expect((await trial.callWith(rights, 'GET', path)).body.error?.code).toBe('ErrorItemNotFound');
  });

  it('are counted in their folder; an unknown folder is refused', async () => {
    const inbox = await trial.call('GET', `/users/${bo}/mailFolders/inbox`);
    expect(inbox.body).toMatchObject({ displayName: 'Inbox', totalItemCount: folder(bo, 'inbox').length });
    expect((await trial.call('GET', `/users/${bo}/mailFolders/attic/messages`)).body.error?.code).toBe('ErrorItemNotFound');
  });
});
