import { describe, expect, it } from 'vitest';
import { ada, bakery, bo, cy, dan, givenApp, tenantId } from '../given.ts';
import { loadCompany } from './load-company.ts';
import { instantOf, ianaZone } from './time-zone.ts';
import { createWorld, type World } from './world.ts';

function loaded(): World {
  const world = createWorld(givenApp);
  loadCompany(world, bakery);
  return world;
}

describe('a company', () => {
  it('has people and mailboxes as the directory shows them', () => {
    const world = loaded();
    expect(world.users.get(bo)).toMatchObject({
      tenantId,
      displayName: 'Bo Berg',
      mail: 'bo@bakery.example',
      managerId: ada,
      mailbox: { locale: 'sv-SE', workingHours: { startTime: '08:00:00.0000000', timeZone: { name: 'W. Europe Standard Time' } } },
    });
    expect(world.users.get(dan)).toMatchObject({ accountEnabled: false, mail: null, mailbox: null });
    expect(world.users.by('mail', 'bo@bakery.example')).toHaveLength(1);
  });

  it('has a history of the directory, from which users/delta tells everybody', () => {
    const changes = loaded().directoryChanges.by('tenant', tenantId);
    expect(changes.map(({ seq, kind, userId }) => [seq, kind, userId])).toEqual(
      [ada, bo, cy, dan].map((id, at) => [at + 1, 'changed', id]),
    );
  });

  it('gives everybody invited a copy of their own, and a Teams meeting one chat', () => {
    const world = loaded();
    const [hers] = world.events.by('user', ada);
    const [his] = world.events.by('user', bo);
    expect(hers).toMatchObject({ subject: 'Flour', start: '2026-12-07T08:00:00.000Z', responseStatus: { response: 'organizer' } });
    expect(his).toMatchObject({ iCalUId: hers?.iCalUId, organizerId: ada, responseStatus: { response: 'accepted' } });
    expect(his?.id).not.toBe(hers?.id);
    const meeting = world.onlineMeetings.get(hers?.onlineMeetingId ?? '');
    expect(meeting).toMatchObject({ organizerId: ada, iCalUId: hers?.iCalUId, start: hers?.start });
    expect(world.chats.get(meeting?.chatId ?? '')?.memberIds).toEqual([ada, bo]);
    expect(Buffer.from(meeting?.meetingId ?? '', 'base64').toString()).toBe(`0#${meeting?.chatId}#0`);
  });

  it('has the app for those who have it', () => {
    const world = loaded();
    expect(world.installedApps.by('target', bo)).toHaveLength(1);
    expect(world.installedApps.by('target', cy)).toHaveLength(0);
  });

  it('is not loaded twice, and what was left half done is not doubled', () => {
    const world = loaded();
    const counts = (): number[] =>
      [world.users, world.events, world.chats, world.onlineMeetings, world.installedApps].map((table) => table.all().length);
    const before = counts();
    loadCompany(world, bakery);
    expect(counts()).toEqual(before);
    world.tenants.remove(tenantId);
    loadCompany(world, bakery);
    expect(counts()).toEqual(before);
  });
});

describe('a wall time', () => {
  it.each([
    ['2026-12-07T09:00', 'W. Europe Standard Time', '2026-12-07T08:00:00.000Z'],
    ['2026-07-07T09:00', 'W. Europe Standard Time', '2026-07-07T07:00:00.000Z'],
    ['2026-07-07T09:00', 'Europe/Helsinki', '2026-07-07T06:00:00.000Z'],
    ['2026-07-07T09:00', 'UTC', '2026-07-07T09:00:00.000Z'],
  ])('%s in %s is %s', (wall, zone, at) => {
    expect(instantOf(wall, zone)).toBe(at);
  });

  it('is refused in a zone that nobody knows', () => {
    expect(ianaZone('Middle Earth')).toBeNull();
    expect(() => instantOf('2026-07-07T09:00', 'Middle Earth')).toThrow('Middle Earth');
  });
});
