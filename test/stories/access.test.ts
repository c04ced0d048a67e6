/** Who is not let in, and what bad input is told: by status, reason and field, as problem details, never with a word of content. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCycle, listCycles } from '#api/cycle/contract.ts';
import { savePrivateNotes, readPrivateNotes } from '#api/note/contract.ts';
import { readMe } from '#api/people/contract.ts';
import { answerLimit, readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { readTalk, startTalk } from '#api/talk/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { givenLaunchedCycle, usualSettings } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal, type Person } from '#test/given/samtal.ts';
import type { TokenWish } from '#test/given/desk.ts';

let samtal: GivenSamtal;
let talkId: string;
let erik: Person;

beforeAll(async () => {
  samtal = await givenSamtal();
  ({ talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik'));
  erik = samtal.as('erik');
});
afterAll(() => samtal?.stop());

const otherTenant = '11111111-2222-4333-8444-555555555555';
const wrongTokens: [string, TokenWish][] = [
  ['is expired', { expiresInSeconds: -600 }],
  ['is not valid yet', { claims: { nbf: 4_102_444_800 } }],
  ['is of another tenant', { claims: { tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` } }],
  ['names another tenant than its issuer', { claims: { iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` } }],
  ['is meant for somebody else', { claims: { aud: '00000003-0000-0000-c000-000000000000' } }],
  ['is unsigned', { signedBy: 'nobody' }],
  ['is signed by a stranger', { signedBy: 'stranger' }],
  ['is an application’s own', { claims: { idtyp: 'app', scp: null } }],
  ['lacks access_as_user', { claims: { scp: 'User.Read' } }],
  ['was asked for by an unknown client', { claims: { azp: otherTenant } }],
  ['names nobody', { claims: { oid: null } }],
];

describe('A token that', () => {
  it.each(wrongTokens)('%s is answered with 401 and nothing about why', async (_what, wish) => {
    const { status, problem, headers, text } = await erik.withToken(wish).call(readMe);
    expect({ status, reason: problem?.reason }).toEqual({ status: 401, reason: 'not-signed-in' });
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(text).not.toMatch(/expired|audience|issuer|signature/i);
  });

  it.each(['1.0', '2.0'] as const)('is right is let in, version %s', async (version) => {
    expect((await erik.withToken({ version }).must(readMe)).person.name).toBe('Erik Storm');
  });

  it('is no token at all, or is missing, is answered with 401', async () => {
    expect((await samtal.nobody.refused(readMe)).status).toBe(401);
    for (const authorization of ['Bearer', 'Bearer a.b.c', 'Bearer not-a-token', 'Basic ZXJpazpwYXNz', '']) {
      const answer = await samtal.nobody.request('/api/me', { headers: { Authorization: authorization } });
      expect(answer.status).toBe(401);
    }
  });

  it('belongs to somebody whose account was disabled is refused within a minute, though it has not expired', async () => {
    const token = await samtal.as('emil').token();
    const asEmil = () => samtal.nobody.request('/api/me', { headers: { Authorization: `Bearer ${token}` } });
    expect((await asEmil()).status).toBe(200);
    await samtal.desk.change('emil', { enabled: false });
    await samtal.readDirectory();
    await samtal.desk.clock.pass({ minutes: 1 });
    expect((await asEmil()).status).toBe(401);
  });
});

describe('What one may not know of', () => {
  it('is "not found", the same as what does not exist', async () => {
    const there = await samtal.as('elin').call(readTalk, { params: { talkId } });
    const nowhere = await samtal.as('elin').call(readTalk, { params: { talkId: 'no-such-talk' } });
    const without = ({ problem }: typeof there) => ({ ...problem, requestId: null });
    expect(there.status).toBe(404);
    expect(without(there)).toEqual(without(nowhere));
    expect((await erik.refused(listCycles)).status).toBe(404);
    expect((await erik.request('/api/nothing-here')).status).toBe(404);
  });

  it('is not told to another company either', async () => {
    await samtal.stop();
    const week = new Date('2027-02-01T07:30:00Z');
    const other = smallCompany({ week, tenantId: otherTenant, domain: 'other.example' });
    samtal = await givenSamtal({ companies: [smallCompany({ week }), other] });
    ({ talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik'));
    erik = samtal.as('erik');
    const stranger = samtal.as('hedda@other.example');
    expect((await stranger.must(listCycles)).cycles).toEqual([]);
    for (const call of [readTalk, readPreparations, readPrivateNotes]) {
      expect((await stranger.refused(call, { params: { talkId } })).status).toBe(404);
    }
  });
});

describe('Wrong input', () => {
  const settings = () => ({ ...usualSettings(samtal.startedAt), cycleId: randomUUID() });

  it.each([
    [{ name: '' }, 'name'],
    [{ lengthMinutes: 7 }, 'lengthMinutes'],
    [{ windowFrom: '2027-02-30' }, 'windowFrom'],
    [{ windowTo: '2026-01-01' }, 'windowTo'],
    [{ departments: 'all' }, 'departments'],
    [{ surprise: true }, 'surprise'],
  ])('%j is 400 and names the field', async (wrong, field) => {
    const answer = await samtal.as('hedda').request('/api/cycles', { method: 'POST', body: { ...settings(), ...wrong } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ field });
  });

  it('is told for a body that is not JSON, and for operators of the store', async () => {
    const broken = await samtal.as('hedda').request('/api/cycles', { method: 'POST', body: '{"name":' });
    expect(broken).toMatchObject({ status: 400, body: { reason: 'wrong-input', field: 'body' } });
    expect(await erik.request('/api/talks/%E0%A4%A')).toMatchObject({ status: 400, body: { reason: 'wrong-input', field: 'path' } });
    const huge = await erik.request('/api/cycles', { method: 'POST', body: { name: 'x'.repeat(1_100_000) } });
    expect(huge).toMatchObject({ status: 413, body: { reason: 'too-large', limit: 1_000_000 } });
    const path = `/api/talks/${talkId}/preparation/answers/proud-of`;
    const headers = { 'If-Match': '"0"' };
    for (const body of [{ text: { $gt: '' } }, { $set: {} }, { text: 'x', $where: '1' }]) {
      expect(await erik.request(path, { method: 'PUT', headers, body })).toMatchObject({ status: 400 });
    }
    expect((await samtal.as('hedda').must(createCycle, { body: settings() })).state).toBe('draft');
  });

  it('A cycle that is sent again after a lost answer is one cycle; said differently, it is shown as it is', async () => {
    const hedda = samtal.as('hedda');
    const body = settings();
    const count = async (): Promise<number> => (await hedda.must(listCycles)).cycles.length;
    const before = await count();
    const first = await hedda.must(createCycle, { body });
    expect(await Promise.all([1, 2].map(() => hedda.must(createCycle, { body })))).toEqual([first, first]);
    expect(await count()).toBe(before + 1);
    const other = await hedda.refused(createCycle, { body: { ...body, name: 'Another' } });
    expect(other).toMatchObject({ status: 412, reason: 'stale', current: { name: body.name } });
    const stranger = samtal.as('hedda@other.example');
    expect((await stranger.refused(createCycle, { body })).reason).toBe('not-found');
  });

  it('An answer over 20 000 characters is 413 with the limit, one of exactly 20 000 is kept', async () => {
    const params = { talkId, questionId: 'proud-of' };
    const refused = await erik.refused(saveAnswer, { params, body: { text: 'å'.repeat(answerLimit + 1) }, version: 0 });
    expect(refused).toMatchObject({ status: 413, reason: 'answer-too-long', limit: 20_000 });
    expect(refused.detail).toContain('20000');
    await erik.must(saveAnswer, { params, body: { text: 'å'.repeat(answerLimit) }, version: 0 });
  });

  it('A write without a version is 428, one with an old version 412', async () => {
    const path = `/api/talks/${talkId}/private-notes`;
    expect(await erik.request(path, { method: 'PUT', body: { text: 'x' } })).toMatchObject({ status: 428 });
    await erik.must(savePrivateNotes, { params: { talkId }, body: { text: 'first' }, version: 0 });
    const stale = await erik.refused(savePrivateNotes, { params: { talkId }, body: { text: 'second' }, version: 0 });
    expect(stale).toMatchObject({ status: 412, reason: 'stale' });
    expect(await erik.request(path, { method: 'PUT', body: { text: 'x' }, headers: { 'If-Match': 'anything' } })).toMatchObject({
      status: 412,
    });
    expect((await samtal.as('elin').refused(startTalk, { params: { talkId }, version: 1 })).status).toBe(404);
  });

  it('Answers are kept by nobody on the way, and say so', async () => {
    const { headers } = await erik.call(readTalk, { params: { talkId } });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toContain('frame-ancestors');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - (await samtal.desk.clock.now()).getTime())).toBeLessThan(60_000);
  });
});
