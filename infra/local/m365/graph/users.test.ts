import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveUser } from '../core/directory.ts';
import { loadCompany } from '../core/load-company.ts';
import { ada, bakery, bo, cy, dan } from '../given.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

const guild = 'f0000000-0000-4000-8000-000000000000';
const member = (index: number): string => `f0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
  const [sample] = bakery.people;
  if (!sample) throw new Error('The bakery has people');
  const people = Array.from({ length: 60 }, (_, at) => ({
    ...sample,
    id: member(at + 1),
    alias: `m${at + 1}`,
    events: [],
    managerId: at === 0 ? null : member(1),
  }));
  loadCompany(trial.world, { tenant: { id: guild, name: 'The guild', domain: 'guild.example' }, people });
});
afterAll(() => trial.stop());

type Item = { id: string; '@removed'?: unknown; 'manager@delta'?: unknown };
const items = ({ body }: Reply): Item[] => body.value as Item[];
const names = ({ body }: Reply): unknown[] => (body.value as { displayName: string }[]).map(({ displayName }) => displayName);
async function callGuild(path: string, headers: Record<string, string> = {}): Promise<Reply> {
  return trial.call('GET', path, undefined, { Authorization: `Bearer ${await trial.appToken({ tenant: guild })}`, ...headers });
}

/** Follows next links to the delta link. */
async function round(first: string, headers: Record<string, string> = {}): Promise<{ items: Item[]; pages: number; link: string }> {
  const found: Item[] = [];
  let at = first;
  for (let pages = 1; ; pages += 1) {
    const reply = await callGuild(at, headers);
    found.push(...items(reply));
    const next = reply.body['@odata.nextLink'];
    if (typeof next !== 'string') return { items: found, pages, link: String(reply.body['@odata.deltaLink']) };
    at = next;
  }
}

describe('people', () => {
  it('are listed with the usual properties, or with those selected', async () => {
    const { body } = await trial.call('GET', '/users');
    expect(Object.keys((body.value as object[])[0] ?? {})).not.toContain('accountEnabled');
    const some = await trial.call('GET', '/users?$select=accountEnabled,mail&$orderby=displayName desc');
    expect(some.body.value).toEqual([
      { id: dan, mail: null, accountEnabled: false },
      { id: cy, mail: 'cy@bakery.example', accountEnabled: true },
      { id: bo, mail: 'bo@bakery.example', accountEnabled: true },
      { id: ada, mail: 'ada@bakery.example', accountEnabled: true },
    ]);
  });

  it('are filtered and paged', async () => {
    expect(names(await trial.call('GET', "/users?$filter=accountEnabled eq true and startswith(displayName,'b')"))).toEqual(['Bo Berg']);
    expect(names(await trial.call('GET', "/users?$filter=userPrincipalName eq 'CY@bakery.example'"))).toEqual(['Cy Berg']);
    const first = await callGuild('/users?$top=50&$select=mail&$count=true');
    expect([items(first).length, first.body['@odata.count']]).toEqual([50, 60]);
    const second = await callGuild(String(first.body['@odata.nextLink']));
    expect([items(second).length, second.body['@odata.nextLink']]).toEqual([10, undefined]);
  });

  it.each(['$filter=shoeSize eq 3', '$filter=mail eq', '$top=many', '$orderby=shoeSize'])('refuses %s', async (option) => {
    expect((await trial.call('GET', `/users?${option}`)).status).toBe(400);
  });

  it('are found by id and by user principal name', async () => {
    expect((await trial.call('GET', `/users/${bo}`)).body).toMatchObject({
      '@odata.context': expect.stringContaining('#users/$entity'),
      id: bo,
    });
    expect((await trial.call('GET', '/users/Bo@bakery.example?$select=department')).body).toMatchObject({ id: bo, department: 'Bakery' });
  });

  it('have a manager or none, and reports', async () => {
    expect((await trial.call('GET', `/users/${bo}/manager`)).body).toMatchObject({ '@odata.type': '#microsoft.graph.user', id: ada });
    expect((await trial.call('GET', `/users/${ada}/manager`)).body.error?.code).toBe('Request_ResourceNotFound');
    expect(names(await trial.call('GET', `/users/${ada}/directReports`))).toEqual(['Bo Berg', 'Cy Berg']);
  });

  it('are expanded with their manager', async () => {
    const { body } = await trial.call('GET', `/users/${bo}?$expand=manager($select=displayName)&$select=department`);
    expect(body).toMatchObject({ department: 'Bakery', manager: { id: ada, displayName: 'Ada Berg' } });
    expect(body.manager as object).not.toHaveProperty('mail');
    const all = items(await trial.call('GET', '/users?$expand=manager&$top=999'));
    expect(all.find(({ id }) => id === bo)).toMatchObject({ manager: { id: ada } });
    expect(all.find(({ id }) => id === ada)).not.toHaveProperty('manager');
    expect((await trial.call('GET', '/users?$expand=directReports')).body.error?.code).toBe('Request_UnsupportedQuery');
  });

  it('belong to the group of their department, and to that of everybody', async () => {
    const groups = async (person: string): Promise<object[]> => items(await trial.call('GET', `/users/${person}/memberOf`));
    expect(await groups(ada)).toMatchObject([
      { '@odata.type': '#microsoft.graph.group' },
      { displayName: 'Bakery', securityEnabled: true },
    ]);
    expect(await groups(bo)).toMatchObject((await groups(ada)).map((group) => ({ id: (group as { id: string }).id })));
  });

  it('have a picture or none', async () => {
    const rights = ['ProfilePhoto.Read.All'];
    const { status, body } = await trial.callWith(rights, 'GET', `/users/${bo}/photo/$value`);
    expect([status, body.error?.code]).toEqual([404, 'ImageNotFound']);
    expect((await trial.callWith(rights, 'GET', `/users/${ada}/photo`)).body).toMatchObject({
      width: 120,
      '@odata.mediaContentType': 'image/png',
    });
    const headers = { Authorization: `Bearer ${await trial.appToken({ permissions: rights })}` };
    const answer = await fetch(`https://graph.microsoft.com/v1.0/users/${ada}/photo/$value`, { headers });
    const picture = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('Content-Type'), picture.subarray(1, 4).toString(), picture.readUInt32BE(16)]).toEqual([
      'image/png',
      'PNG',
      120,
    ]);
    const inner = { requests: [{ id: '1', method: 'GET', url: `/users/${ada}/photo/$value` }] };
    const batch = (await trial.callWith(rights, 'POST', '/$batch', inner)).body.responses as { body: string }[];
    expect(batch[0]?.body).toBe(picture.toString('base64'));
  });

  it('have mailbox settings when they have a mailbox', async () => {
    const { body } = await trial.call('GET', `/users/${bo}/mailboxSettings`);
    expect(body).toMatchObject({ timeZone: 'W. Europe Standard Time', workingHours: { startTime: '08:00:00.0000000' } });
    const away = { from: '2026-12-01T07:00:00.000Z', until: '2026-12-24T12:00:00.000Z' };
    for (const [autoReplies, status] of [
      [away, 'scheduled'],
      ['always', 'alwaysEnabled'],
      [null, 'disabled'],
    ] as const) {
      const user = trial.world.users.get(bo);
      if (user?.mailbox) trial.world.users.put(bo, { ...user, mailbox: { ...user.mailbox, autoReplies } });
      const { automaticRepliesSetting } = (await trial.call('GET', `/users/${bo}/mailboxSettings?$select=automaticRepliesSetting`)).body;
      const until = { dateTime: status === 'scheduled' ? '2026-12-24T12:00:00.0000000' : '2026-01-01T00:00:00.0000000', timeZone: 'UTC' };
      expect(automaticRepliesSetting).toMatchObject({ status, scheduledEndDateTime: until });
    }
    const none = await trial.call('GET', `/users/${dan}/mailboxSettings`);
    expect([none.status, none.body.error?.code]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
    expect((await trial.call('GET', '/users/nobody/mailboxSettings')).body.error?.code).toBe('ErrorInvalidUser');
  });
});

describe('users/delta', () => {
  it('tells sixty people in several pages, once each, then nothing', async () => {
    const { items: people, pages, link } = await round('/users/delta?$select=displayName,manager');
    expect(pages).toBe(3);
    expect(new Set(people.map(({ id }) => id)).size).toBe(60);
    expect(people.find(({ id }) => id === member(2))?.['manager@delta']).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: member(1) },
    ]);
    expect(people.find(({ id }) => id === member(1))).not.toHaveProperty('manager@delta');
    expect((await round(link)).items).toEqual([]);
  });

  it('keeps to the page size that is preferred', async () => {
    expect((await round('/users/delta', { Prefer: 'odata.maxpagesize=50' })).pages).toBe(2);
  });

  it('does not miss what changes while it is read', async () => {
    const first = await callGuild('/users/delta');
    const user = trial.world.users.get(member(60));
    if (!user) throw new Error('There are sixty');
    saveUser(trial.world, { ...user, department: 'Moved' });
    const rest = await round(String(first.body['@odata.nextLink']));
    expect((await round(rest.link)).items).toEqual([expect.objectContaining({ id: member(60), department: 'Moved' })]);
  });

  it('starts from now when asked to', async () => {
    const { items: none, link } = await round('/users/delta?$deltaToken=latest');
    expect(none).toEqual([]);
    const user = trial.world.users.get(member(3));
    if (!user) throw new Error('There are sixty');
    saveUser(trial.world, { ...user, managerId: null });
    const { items: changed } = await round(link);
    expect(changed).toEqual([
      expect.objectContaining({
        'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: member(1), '@removed': { reason: 'deleted' } }],
      }),
    ]);
  });

  it('tells no more than what has changed when that is preferred', async () => {
    const minimal = { Prefer: 'return=minimal' };
    const begun = await round('/users/delta?$select=displayName,department,manager', minimal);
    expect(begun.items[0]).toHaveProperty('displayName');
    const user = trial.world.users.get(member(5));
    if (!user) throw new Error('There are sixty');
    saveUser(trial.world, { ...user, department: 'Elsewhere', jobTitle: 'Baker', managerId: member(2) });
    const { items: changed, link } = await round(begun.link, minimal);
    const type = '#microsoft.graph.user';
    const managers = [
      { '@odata.type': type, id: member(1), '@removed': { reason: 'deleted' } },
      { '@odata.type': type, id: member(2) },
    ];
    expect(changed).toEqual([{ id: member(5), department: 'Elsewhere', 'manager@delta': managers }]);
    // Without the wish, all that was selected.
    expect((await round(begun.link)).items).toEqual([expect.objectContaining({ displayName: user.displayName, department: 'Elsewhere' })]);
    expect((await callGuild(link, minimal)).headers.get('preference-applied')).toBe('return=minimal');
  });

  it('follows up to fifty ids only', async () => {
    const ids = (count: number): string => Array.from({ length: count }, (_, at) => `id eq '${member(at + 1)}'`).join(' or ');
    expect((await round(`/users/delta?$filter=${encodeURIComponent(ids(2))}`)).items).toHaveLength(2);
    expect((await callGuild(`/users/delta?$filter=${encodeURIComponent(ids(51))}`)).status).toBe(400);
  });

  it.each(['$top=5', '$expand=manager', '$orderby=displayName'])('refuses %s', async (option) => {
    expect((await callGuild(`/users/delta?${option}`)).body.error?.code).toBe('Request_UnsupportedQuery');
  });

  it('forgets a link after a week, and knows only its own tenant’s', async () => {
    const { link } = await round('/users/delta');
    expect((await trial.call('GET', link)).status).toBe(403);
    const before = trial.world.clock.now();
    trial.world.clock.moveTo(new Date(before.getTime() + 8 * 86_400_000));
    const { status, body } = await callGuild(link);
    trial.world.clock.moveTo(before);
    expect([status, body.error?.code]).toEqual([410, 'syncStateNotFound']);
  });
});
