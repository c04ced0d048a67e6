/** What a call sends, and how every way of failing becomes a refusal that can be shown. The network is passed in. */
import { describe, expect, it } from 'vitest';
import { findTalk, signTalk } from '#api/talk/contract.ts';
import { exportPage } from '#api/privacy/export/contract.ts';
import { readTabConfig } from '#api/platform/config/contract.ts';
import { addressOf, createCall } from './call.ts';
import { Refused } from './refused.ts';

type Sent = { address: string; request: RequestInit };

function network(answer: () => Response): { sent: Sent[]; send: typeof fetch } {
  const sent: Sent[] = [];
  const send = async (address: string | URL | Request, request: RequestInit = {}): Promise<Response> => {
    sent.push({ address: address instanceof Request ? address.url : address.toString(), request });
    return answer();
  };
  return { sent, send };
}

const token = async (): Promise<string> => 'a-token';
const refusal = async (asked: Promise<unknown>): Promise<Refused> => {
  const error: unknown = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error('The call was not refused.');
  return error;
};

describe('call', () => {
  it('signs, guards and fills in the path', async () => {
    const { sent, send } = network(() => Response.json({ talkId: 't-1' }));
    await createCall(token, send)(signTalk, { params: { talkId: 't/1' }, version: 7, body: { hash: 'h' } });
    const [{ address, request } = { address: '', request: {} }] = sent;
    const headers = new Headers(request.headers);
    expect([address, request.method, request.body]).toEqual(['/api/talks/t%2F1/sign', 'POST', '{"hash":"h"}']);
    expect([headers.get('authorization'), headers.get('if-match')]).toEqual(['Bearer a-token', '"7"']);
  });

  it('tells how much of a long answer has come, and gives all of it', async () => {
    const pieces = ['Kantarell', 'Hjortron'].map((text) => new TextEncoder().encode(text));
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const piece of pieces) stream.enqueue(piece);
        stream.close();
      },
    });
    const { send } = network(() => new Response(body));
    const heard: number[] = [];
    expect(await createCall(token, send)(exportPage, {}, (bytes) => heard.push(bytes))).toBe('KantarellHjortron');
    expect(heard).toEqual([9, 17]);
  });

  it('puts the query behind the path and leaves out what is not given', () => {
    expect(addressOf(findTalk.path, {}, { chatId: '19:a b@thread.v2', other: undefined })).toBe(
      '/api/talks/find?chatId=19%3Aa+b%40thread.v2',
    );
  });

  it('asks for no token where nobody signs in', async () => {
    const { sent, send } = network(() => Response.json({ hostOrigins: [], teamsAppId: 'id' }));
    await createCall(() => Promise.reject(new Error('not yet')), send)(readTabConfig, {});
    expect(new Headers(sent[0]?.request.headers).has('authorization')).toBe(false);
  });

  it('keeps what the server said', async () => {
    const problem = { type: 'urn:samtal:answer-too-long', title: 'answer too long', status: 413, reason: 'answer-too-long', limit: 20_000 };
    const { send } = network(() => Response.json(problem, { status: 413, headers: { 'content-type': 'application/problem+json' } }));
    const refused = await refusal(createCall(token, send)(findTalk, { query: { chatId: 'c' } }));
    expect([refused.reason, refused.problem.limit, refused.passing]).toEqual(['answer-too-long', 20_000, false]);
  });

  it('says not connected when no answer comes', async () => {
    const send = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
    const refused = await refusal(createCall(token, send)(findTalk, { query: { chatId: 'c' } }));
    expect([refused.reason, refused.passing]).toEqual(['not-connected', true]);
  });

  it.each([
    [502, 'not-connected'],
    [500, 'unexpected'],
  ])('reads a bare %i of a gateway as %s', async (status, reason) => {
    const { send } = network(() => new Response('<html>', { status }));
    expect((await refusal(createCall(token, send)(findTalk, { query: { chatId: 'c' } }))).reason).toBe(reason);
  });

  it('says who-are-you when the host gives no token', async () => {
    const { send } = network(() => Response.json({}));
    const refused = await refusal(
      createCall(() => Promise.reject(new Error('resourceRequiresConsent')), send)(findTalk, { query: { chatId: 'c' } }),
    );
    expect([refused.reason, refused.problem.detail]).toEqual(['not-signed-in', 'resourceRequiresConsent']);
  });

  it('says what the sign-in itself says, where a browser signs in: not connected is no stranger', async () => {
    const { send } = network(() => Response.json({}));
    const unreachable = () => Promise.reject(Refused.because('not-connected', 0));
    expect((await refusal(createCall(unreachable, send)(findTalk, { query: { chatId: 'c' } }))).reason).toBe('not-connected');
    expect((await refusal(createCall(token, unreachable)(findTalk, { query: { chatId: 'c' } }))).reason).toBe('not-connected');
    const ended = () => Promise.reject(Refused.because('not-signed-in', 401));
    expect((await refusal(createCall(token, ended)(findTalk, { query: { chatId: 'c' } }))).problem.status).toBe(401);
  });
});
