/** Rooms: found in the directory of places with its permission only, and answering invitations by their own calendar. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '../core/company-type.ts';
import { loadCompany } from '../core/load-company.ts';
import { bakery } from '../given.ts';
import { startTrial, type Trial } from './trial.ts';

const tenant = '4f506172-8394-4ea5-9f16-d027e138f249';
const [ada, big, small, annex] = ['a', 'b', 'c', 'd'].map((last) => `10000000-0000-4000-8000-00000000000${last}`) as [
  string,
  string,
  string,
  string,
];
let trial: Trial;
type Place = { emailAddress: string; displayName: string; building: string | null; capacity: number };

const template = bakery.people[0];
if (!template) throw new Error('The bakery has nobody');
const room = (id: string, name: string, building: string, list?: string): Company['people'][number] => ({
  ...template,
  ...{ id, givenName: name, surname: '', alias: name.toLowerCase(), appRoles: [], enabled: false, hasApp: false, events: [] },
  room: { building, floor: 1, capacity: 4, ...(list ? { list } : {}) },
});
const school: Company = {
  tenant: { id: tenant, name: 'The school', domain: 'school.example' },
  people: [
    { ...template, id: ada, hasPhoto: false, events: [] },
    room(big, 'Big', 'North', 'North house'),
    room(small, 'Small', 'North', 'North house'),
    room(annex, 'Annex', ''),
  ],
};

beforeAll(async () => {
  trial = await startTrial();
  loadCompany(trial.world, school);
});
afterAll(() => trial?.stop());

const call = async (method: string, path: string, body?: unknown, permissions = ['Place.Read.All', 'Calendars.ReadWrite']) => {
  const headers = { Authorization: `Bearer ${await trial.appToken({ tenant, permissions })}` };
  const answer = await trial.call(method, path, body, headers);
  return { ...answer, places: (answer.body.value ?? []) as Place[] };
};

describe('the directory of places', () => {
  it('lists rooms with building and capacity, in pages', async () => {
    const first = await call('GET', '/places/microsoft.graph.room?$top=2');
    expect(first.places.map(({ displayName }) => displayName)).toEqual(['Annex', 'Big']);
    expect(first.places[1]).toMatchObject({ emailAddress: 'big@school.example', building: 'North', capacity: 4 });
    const second = await call('GET', String(first.body['@odata.nextLink']));
    expect(second.places.map(({ displayName }) => displayName)).toEqual(['Small']);
    expect(second.body['@odata.nextLink']).toBeUndefined();
  });

  it('lists room lists, and the rooms of one by its mail address', async () => {
    const lists = await call('GET', '/places/microsoft.graph.roomlist');
    expect(lists.places).toMatchObject([{ displayName: 'North house', emailAddress: 'north-house@school.example' }]);
    const inside = await call('GET', '/places/north-house@school.example/microsoft.graph.roomlist/rooms');
    expect(inside.places.map(({ displayName }) => displayName)).toEqual(['Big', 'Small']);
    expect((await call('GET', '/places/none@school.example/microsoft.graph.roomlist/rooms')).status).toBe(404);
  });

  it('is open with Place.Read.All and with nothing else', async () => {
    const refused = await call('GET', '/places/microsoft.graph.room', undefined, ['User.Read.All', 'Calendars.ReadWrite']);
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'UnknownError' } } });
    expect(refused.body.error?.message).toContain('invalid_permissions');
  });

  it('has no people in it, and another tenant’s rooms neither', async () => {
    expect((await trial.callWith(['Place.Read.All'], 'GET', '/places/microsoft.graph.room')).body.value).toEqual([]);
  });
});

describe('a room that is invited', () => {
  const when = (hour: number) => ({ dateTime: `2026-12-08T${String(hour).padStart(2, '0')}:00:00`, timeZone: 'UTC' });
  const invite = async (rooms: string[], hour: number, more: object = {}): Promise<string> => {
    const attendees = rooms.map((name) => ({ type: 'resource', emailAddress: { address: `${name}@school.example`, name } }));
    const body = { subject: 'About Ada', start: when(hour), end: when(hour + 1), attendees, sensitivity: 'private', ...more };
    const made = await call('POST', `/users/${ada}/events`, body);
    expect(made.status).toBe(201);
    return String(made.body.id);
  };
  const answers = async (id: string): Promise<string[]> => {
    const { attendees } = (await call('GET', `/users/${ada}/events/${id}`)).body as { attendees: { status: { response: string } }[] };
    return attendees.map(({ status }) => status.response);
  };
  const inRoom = (id: string) => trial.world.events.by('user', id);

  it('accepts when it is free, and keeps neither subject nor words', async () => {
    const id = await invite(['big'], 8, { body: { contentType: 'html', content: 'secret' } });
    expect(await answers(id)).toEqual(['accepted']);
    expect(inRoom(big)).toMatchObject([{ subject: 'Ada Berg', body: { content: '' }, sensitivity: 'normal', showAs: 'busy' }]);
    // What the organiser changes afterwards does not bring them back.
    await call('PATCH', `/users/${ada}/events/${id}`, { subject: 'About Ada again' });
    expect(inRoom(big)).toMatchObject([{ subject: 'Ada Berg', showAs: 'busy' }]);
  });

  it('declines when it is taken, and has nothing in its calendar then', async () => {
    const id = await invite(['big', 'small'], 8);
    expect(await answers(id)).toEqual(['declined', 'accepted']);
    expect(inRoom(big)).toHaveLength(1);
  });

  it('answers anew when the time changes, and when it is exchanged', async () => {
    const id = await invite(['big'], 8);
    expect(await answers(id)).toEqual(['declined']);
    await call('PATCH', `/users/${ada}/events/${id}`, { start: when(10), end: when(11) });
    expect(await answers(id)).toEqual(['accepted']);
    const annexOnly = [{ type: 'resource', emailAddress: { address: 'annex@school.example', name: 'Annex' } }];
    await call('PATCH', `/users/${ada}/events/${id}`, { attendees: annexOnly });
    expect(await answers(id)).toEqual(['accepted']);
    expect(inRoom(big)).toHaveLength(1);
    await call('POST', `/users/${ada}/events/${id}/cancel`, {});
    expect(inRoom(annex)).toEqual([]);
  });

  it('declines a series that is taken on one of its days', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
      range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 3 },
    };
    const start = (hour: number) => ({ dateTime: `2026-12-01T${String(hour).padStart(2, '0')}:00:00`, timeZone: 'UTC' });
    const series = (hour: number) => invite(['small'], hour, { start: start(hour), end: start(hour + 1), recurrence });
    expect(await answers(await series(8))).toEqual(['declined']);
    expect(await answers(await series(14))).toEqual(['accepted']);
  });
});
