/** What every story leans on: people of two companies who are known, a desk that shows and moves, and nothing left behind. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDepartments, readMe } from '#api/people/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { givenSamtal, type GivenSamtal } from './samtal.ts';

const week = new Date('2027-02-01T07:30:00Z');
let samtal: GivenSamtal;

beforeAll(async () => {
  const other = smallCompany({ week, tenantId: randomUUID(), domain: 'other.example', name: 'Other' });
  samtal = await givenSamtal({ now: week, companies: [smallCompany({ week }), other] });
});
afterAll(() => samtal?.stop());

describe('a given Samtal', () => {
  it('knows everybody, with manager, role, language and time zone', async () => {
    expect(await samtal.as('aino').must(readMe)).toMatchObject({
      person: { name: 'Aino Laine' },
      manager: { name: 'Maja Hallberg' },
      isManager: false,
      isHr: false,
      language: 'en',
      timeZone: 'Europe/Helsinki',
    });
    expect(await samtal.as('henrik').must(readMe)).toMatchObject({
      isManager: true,
      isHr: true,
      language: 'sv',
      timeZone: 'Europe/Stockholm',
    });
    const { departments } = await samtal.as('hedda@other.example').must(listDepartments);
    expect(departments.map(({ name, people }) => [name, people])).toEqual([
      ['Charts', 5],
      ['Office', 3],
    ]);
  });

  it('refuses nobody, strangers and tokens of yesterday', async () => {
    expect(await samtal.nobody.refused(readMe)).toMatchObject({ status: 401, reason: 'not-signed-in' });
    const erik = samtal.as('erik');
    expect((await erik.withToken({ signedBy: 'stranger' }).refused(readMe)).status).toBe(401);
    expect((await erik.withToken({ expiresInSeconds: -86_400 }).refused(readMe)).status).toBe(401);
    const kept = erik.withToken(await erik.token());
    expect((await kept.must(readMe)).person.name).toBe('Erik Storm');
    await samtal.desk.clock.pass({ days: 1 });
    expect((await kept.refused(readMe)).status).toBe(401);
    await samtal.desk.clock.moveTo(week);
    expect((await kept.must(readMe)).person.name).toBe('Erik Storm');
  });

  it('follows the directory when it is read again', async () => {
    await samtal.desk.change('emil', { manager: 'henrik' });
    await samtal.readDirectory();
    expect((await samtal.as('emil').must(readMe)).manager?.name).toBe('Henrik Falk');
  });

  it('shows calendars, and what was asked of Microsoft', async () => {
    const [first] = await samtal.desk.calendar('maja', { from: '2027-02-01T06:00:00Z', to: '2027-02-02T06:00:00Z' });
    expect(first?.start).toMatch(/^2027-02-01T/);
    expect((await samtal.desk.calendar('maja')).length).toBeGreaterThan(50);
    const { calls, next } = await samtal.desk.calls({ service: 'graph' });
    expect(calls.map(({ path }) => path).join(' ')).toContain('/users/delta');
    expect((await samtal.desk.calls({ after: next })).calls).toEqual([]);
  });
});
