/**
 * The few addresses of Microsoft that a bot speaks with, on this machine: sign-in of the bot, the keys messages are signed with, and the
 * service that puts messages into chats. Its service can be told to fail. It knows nothing of tabs, Graph or calendars: see infra/local/m365.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export type ChatMessage = {
  id: string;
  chatId: string;
  authorization: string;
  summary: string;
  card: SentCard;
};
export type SentCard = {
  body: { text: string }[];
  actions: { type: string; title: string; url?: string; verb?: string; data?: Record<string, string | number> }[];
  refresh?: { action: { verb: string; data: object }; userIds: string[] };
};
/** `lost`: the message arrives, but the answer does not. `hang`: the same, and the connection stays open. */
export type Fault = number | { status: number; retryAfter: string } | 'lost' | 'hang';

export type TeamsService = {
  serviceUrl: string;
  /** What is there, oldest first: what the bot has removed is not. */
  messages: ChatMessage[];
  /** Ids of the chats in which the bot was shown to be writing. */
  typing: string[];
  /** Answers of the next calls that put a message into a chat. */
  faults: Fault[];
  /** Answers of the next calls that take one out again. */
  removalFaults: Fault[];
  /** Authorization header of a message from Teams to the bot with this client id. */
  sign(clientId: string, now: Date, change?: JWTPayload): Promise<string>;
  stop(): Promise<void>;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

/** Starts it, and sends the calls for Microsoft's two sign-in hosts to it until it is stopped. */
export async function startTeamsService(): Promise<TeamsService> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'teams', alg: 'RS256', use: 'sig', endorsements: ['msteams'] };
  const messages: ChatMessage[] = [];
  const typing: string[] = [];
  const faults: Fault[] = [];
  const removalFaults: Fault[] = [];
  const remove = (response: ServerResponse, [chatId, id]: string[]): void => {
    const fault = removalFaults.shift();
    if (typeof fault === 'number') return void response.writeHead(fault).end();
    if (typeof fault === 'object') return void response.writeHead(fault.status, { 'Retry-After': fault.retryAfter }).end();
    const at = messages.findIndex((one) => one.chatId === chatId && one.id === id);
    if (at < 0) return void response.writeHead(404).end();
    messages.splice(at, 1);
    if (fault === 'hang') return;
    if (fault === 'lost') return void response.destroy();
    response.writeHead(200).end();
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const answer = (status: number, body: unknown): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    void readBody(request).then((body) => {
      if (path.endsWith('/openidconfiguration')) return answer(200, { jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' });
      if (path.endsWith('/.well-known/keys')) return answer(200, { keys: [key] });
      if (path.endsWith('/oauth2/v2.0/token'))
        return answer(200, { token_type: 'Bearer', expires_in: 3600, access_token: `bot-${randomUUID()}` });
      const gone = /^\/connector\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/.exec(path);
      if (gone && request.method === 'DELETE') return remove(response, gone.slice(1).map(decodeURIComponent));
      const chatId = /^\/connector\/v3\/conversations\/([^/]+)\/activities$/.exec(path)?.[1];
      if (!chatId) return answer(404, { error: { code: 'NotFound', message: path } });
      const sent = JSON.parse(body) as { type: string; summary: string; attachments: { content: ChatMessage['card'] }[] };
      if (sent.type === 'typing') {
        typing.push(decodeURIComponent(chatId));
        return answer(202, {});
      }
      const fault = faults.shift();
      if (typeof fault === 'number') return answer(fault, { error: { code: 'Fault', message: 'as asked for' } });
      if (typeof fault === 'object') return void response.writeHead(fault.status, { 'Retry-After': fault.retryAfter }).end();
      const [card] = sent.attachments;
      if (!card) return answer(400, { error: { code: 'BadSyntax', message: 'no card' } });
      const id = randomUUID();
      messages.push({
        id,
        chatId: decodeURIComponent(chatId),
        authorization: request.headers.authorization ?? '',
        summary: sent.summary,
        card: card.content,
      });
      if (fault === 'hang') return;
      if (fault === 'lost') return void response.destroy();
      answer(201, { id });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const giveBack = redirect({
    'https://login.microsoftonline.com': `${url}/login`,
    'https://login.botframework.com': `${url}/botframework`,
  });
  const serviceUrl = `${url}/connector`;
  return {
    serviceUrl,
    messages,
    typing,
    faults,
    removalFaults,
    sign: async (clientId, now, change = {}) => {
      const at = Math.floor(now.getTime() / 1000);
      const claims = { iss: 'https://api.botframework.com', aud: clientId, serviceurl: serviceUrl, nbf: at, exp: at + 3600, ...change };
      return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'teams' }).sign(privateKey)}`;
    },
    stop: async () => {
      giveBack();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function redirect(hosts: Record<string, string>): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    const host = Object.keys(hosts).find((one) => address.startsWith(one));
    return host ? real(`${hosts[host] ?? ''}${address.slice(host.length)}`, init) : real(input, init);
  };
  return () => (globalThis.fetch = real);
}
