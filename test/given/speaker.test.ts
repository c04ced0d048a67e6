/** What a speaker sends and how it reads answers, against a server that only echoes. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { speakerOf, type Speaker } from './speaker.ts';

const change = endpoint({
  method: 'PUT',
  path: '/api/things/:thingId',
  may: 'signed-in',
  about: null,
  guarded: true,
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ loud: z.boolean() }),
  body: z.strictObject({ name: z.string() }),
  answer: z.object({ ok: z.boolean() }),
});
const read = endpoint({ method: 'GET', path: '/api/things', may: 'signed-in', about: null, answer: z.object({ ok: z.boolean() }) });

let server: Server;
let erik: Speaker;
let asked: { line: string; headers: Record<string, unknown>; body: string };
let answer: { status: number; body: unknown };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      asked = { line: `${request.method} ${request.url}`, headers: request.headers, body };
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  erik = speakerOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => Promise.resolve('token-of-erik'));
});
beforeEach(() => (answer = { status: 200, body: { ok: true, more: 1 } }));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const problem = { type: 'urn:samtal:stale', title: 'stale', status: 412, reason: 'stale' };

describe('a speaker', () => {
  it('sends token, version, params, query and body where the contract has them', async () => {
    const given = { params: { thingId: 'a/b' }, query: { loud: true }, body: { name: 'x' }, version: 7 };
    const { status, body, text } = await erik.call(change, given);
    expect(asked).toMatchObject({ line: 'PUT /api/things/a%2Fb?loud=true', body: '{"name":"x"}' });
    expect(asked.headers).toMatchObject({ authorization: 'Bearer token-of-erik', 'if-match': '"7"', 'content-type': 'application/json' });
    expect({ status, body, text }).toEqual({ status: 200, body: { ok: true, more: 1 }, text: '{"ok":true,"more":1}' });
  });

  it('gives a refusal as a problem, and tells it when an answer was a must', async () => {
    answer = { status: 412, body: problem };
    expect(await erik.call(read)).toMatchObject({ status: 412, body: null, problem: { reason: 'stale' } });
    expect((await erik.refused(read)).reason).toBe('stale');
    await expect(erik.must(read)).rejects.toThrow('GET /api/things was refused: {"type":"urn:samtal:stale"');
  });

  it('does not accept an answer that breaks the contract, nor an answer where a refusal was due', async () => {
    await expect(erik.refused(read)).rejects.toThrow('GET /api/things was not refused but answered {"ok":true');
    answer = { status: 200, body: { ok: 'yes' } };
    await expect(erik.call(read)).rejects.toThrow(z.ZodError);
  });

  it('sends anything at all when asked to', async () => {
    await erik.request('/api/things', { method: 'POST', body: '{"broken', headers: { Authorization: 'Basic x' } });
    expect(asked).toMatchObject({ line: 'POST /api/things', body: '{"broken', headers: { authorization: 'Basic x' } });
  });
});
