/** The live socket for real: an HTTP server, the providers that the tab uses, and documents kept in memory that can pause or fail. */
import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { emptyText, givenCrossedMarks } from '#test/given/crossed-marks.ts';
import { isStored, join, memory, name, origin, serveLive, started, textIn, until } from '#test/given/live-socket.ts';
import { readFrame } from './frame.ts';
import { storedDocument } from './stored-document.ts';
import { createTrial } from './trial.ts';

describe('typing together', () => {
  it('shows each what the other types, and stores it', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const [anna, bo] = [join(url, 'token-of-anna'), join(url, 'token-of-bo')];
    await until(() => anna.provider.synced && bo.provider.synced);
    anna.type('from Anna. ');
    bo.type('from Bo. ');
    await until(() => anna.text.toJSON() === bo.text.toJSON() && anna.text.length === 20);
    await until(() => isStored(anna.document, anna.messages) && isStored(bo.document, bo.messages));
    expect(textIn(held.stored)).toBe(anna.text.toJSON());
    expect([...held.state.writers].sort()).toEqual(['anna', 'bo']);
  });

  it('takes what Yjs tidies up after somebody’s writing for a part of it', async () => {
    const held = memory();
    held.stored.push(emptyText);
    const { url } = await serveLive(held);
    // Marks around nothing.
    const [writing] = givenCrossedMarks().stored;
    const anna = join(url, 'token-of-anna', storedDocument(writing ? [writing.update] : []));
    const begun = Y.snapshot(anna.document);
    const now = (): Y.Snapshot => Y.snapshot(anna.document);
    await until(() => !Y.equalSnapshots(now(), begun) && Y.equalSnapshots(now(), Y.snapshot(storedDocument(held.stored))));
    expect([...held.state.writers]).toEqual(['anna']);
  });

  it('says that something is stored only after the store has acknowledged it, and merges what came meanwhile', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.messages.length === 1 && anna.provider.synced);
    let letGo = (): void => undefined;
    held.state.gate = new Promise((resolve) => (letGo = resolve));
    anna.type('a');
    await until(() => held.state.attempts === 1);
    for (const letter of 'bcdefgh') anna.type(letter);
    await until(() => !anna.provider.hasUnsyncedChanges);
    expect(anna.messages).toHaveLength(1);
    expect(isStored(anna.document, anna.messages)).toBe(false);
    letGo();
    await until(() => isStored(anna.document, anna.messages));
    expect(held.state.attempts).toBe(2);
    expect(textIn(held.stored)).toBe('abcdefgh');
  });

  it('takes back what was typed after the document was closed: nobody is told that it is stored, and nobody is shown it', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const [anna, bo] = [join(url, 'token-of-anna'), join(url, 'token-of-bo')];
    await until(() => anna.provider.synced && bo.provider.synced);
    anna.type('in time');
    await until(() => isStored(anna.document, anna.messages) && isStored(bo.document, bo.messages));
    held.state.closed = true;
    held.state.rights.set('anna', true).set('bo', true);
    const told = anna.messages.length;
    anna.type(', too late');
    await until(() => anna.happened.scope === 'readonly' && bo.happened.scope === 'readonly');
    await until(() => anna.messages.length > told);
    expect(isStored(anna.document, anna.messages)).toBe(false);
    expect(textIn(held.stored)).toBe('in time');
    const carla = join(url, 'token-of-bo');
    await until(() => carla.provider.synced && carla.messages.length > 0);
    expect(carla.text.toJSON()).toBe('in time');
  });

  it('tells who comes later what is stored, not what waits', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
    let letGo = (): void => undefined;
    held.state.gate = new Promise((resolve) => (letGo = resolve));
    anna.type('waiting');
    await until(() => held.state.attempts === 1);
    const bo = join(url, 'token-of-bo');
    await until(() => bo.text.toJSON() === 'waiting' && bo.messages.length === 1);
    expect(isStored(bo.document, bo.messages)).toBe(false);
    letGo();
    await until(() => isStored(bo.document, bo.messages));
  });

  it('keeps what a failing store did not take, says nothing, and stores it when the store is back', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.messages.length === 1);
    held.state.failing = true;
    anna.type('through the storm');
    await until(() => held.state.attempts > 3);
    expect(anna.messages).toHaveLength(1);
    held.state.failing = false;
    await until(() => isStored(anna.document, anna.messages));
    expect(textIn(held.stored)).toBe('through the storm');
  });

  it('does not let go of a document that waits to be stored when the last one leaves', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
    held.state.failing = true;
    anna.type('last words');
    await until(() => held.state.attempts > 1);
    anna.provider.destroy();
    const bo = join(url, 'token-of-bo');
    await until(() => bo.text.toJSON() === 'last words');
    expect(held.stored).toHaveLength(0);
    held.state.failing = false;
    await until(() => textIn(held.stored) === 'last words');
  });

  it('brings everything back after a restart', async () => {
    const held = memory();
    const first = await serveLive(held);
    const anna = join(first.url, 'token-of-anna');
    await until(() => anna.provider.synced);
    anna.type('before the restart');
    await until(() => isStored(anna.document, anna.messages));
    anna.provider.destroy();
    started.splice(started.indexOf(first.stop), 1);
    await first.stop();
    const bo = join((await serveLive(held)).url, 'token-of-bo');
    await until(() => bo.text.toJSON() === 'before the restart' && isStored(bo.document, bo.messages));
  });

  it('writes what is queued before it stops, and gives up on a dead store', async () => {
    const held = memory();
    const { url, live } = await serveLive(held);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
    held.state.failing = true;
    anna.type('held');
    await until(() => held.state.attempts > 0);
    const stopping = live.stop();
    held.state.failing = false;
    await stopping;
    expect(textIn(held.stored)).toBe('held');
    held.state.failing = true;
    await live.stop();
  });
});

describe('rights', () => {
  it('refuses a token that is none and a person who has no right, and lets the document alone', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const strangers = [join(url, 'forged'), join(url, 'token-of-eve')];
    strangers.forEach(({ type }) => type('let me in'));
    await until(() => strangers.every(({ happened }) => happened.denied > 0));
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
    expect(anna.text.toJSON()).toBe('');
    expect(strangers.map(({ messages }) => messages)).toEqual([[], []]);
    expect(held.state.attempts).toBe(0);
  });

  it('lets a reader read and change nothing', async () => {
    const held = memory();
    held.state.rights.set('bo', true);
    const { url } = await serveLive(held);
    const typed = new Y.Doc();
    typed.getText('words').insert(0, 'typed before opening ');
    const bo = join(url, 'token-of-bo', typed);
    await until(() => bo.happened.scope === 'readonly');
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
    bo.type('typed after');
    anna.type('allowed');
    await until(() => bo.text.toJSON().includes('allowed'));
    await until(() => isStored(anna.document, anna.messages));
    expect(anna.text.toJSON()).toBe('allowed');
    expect(textIn(held.stored)).toBe('allowed');
  });

  it('closes a document at once for everybody when rights change, and takes nothing more from who lost them', async () => {
    const held = memory();
    const { url, live } = await serveLive(held);
    const [anna, bo] = [join(url, 'token-of-anna'), join(url, 'token-of-bo')];
    await until(() => anna.provider.synced && bo.provider.synced);
    held.state.rights.delete('bo');
    held.state.rights.set('anna', true);
    live.refresh('talk.other');
    expect([anna.happened.closed, bo.happened.closed]).toEqual([0, 0]);
    live.refresh(name);
    bo.type('too late');
    await until(() => bo.happened.denied > 0 && anna.happened.scope === 'readonly');
    expect(held.state.attempts).toBe(0);
    expect(anna.text.toJSON()).toBe('');
  });

  it('asks again while a document is open, and closes it for who lost the right', async () => {
    const held = memory();
    const { url } = await serveLive(held, { recheckMs: 20 });
    const [anna, bo] = [join(url, 'token-of-anna'), join(url, 'token-of-bo')];
    await until(() => anna.provider.synced && bo.provider.synced);
    held.state.rights.delete('bo');
    await until(() => bo.happened.denied > 0);
    expect(anna.happened.closed).toBe(0);
    held.state.down = true;
    await until(() => anna.happened.closed > 0);
    expect(anna.happened.denied + Number(anna.provider.isAuthenticated)).toBe(0);
  });

  it('takes a fault for no refusal: who comes while the store is away is let in later', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    held.state.down = true;
    const anna = join(url, 'token-of-anna');
    await until(() => anna.happened.closed > 1);
    held.state.down = false;
    await until(() => anna.provider.synced);
    expect(anna.happened.denied).toBe(0);
  });
});

const frameOf = (...bytes: number[]): Buffer => Buffer.from([name.length, ...Buffer.from(name), ...bytes]);

/** A short update that can be decoded and makes a document throw: found by changing single bytes of a good one. */
function findBreaking(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_000;
  const element = new Y.XmlElement('p');
  doc.getXmlFragment('n').insert(0, [element]);
  element.setAttribute('a', 'b');
  element.insert(0, [new Y.XmlText('text')]);
  const whole = Y.encodeStateAsUpdate(doc);
  for (let at = 0; at < whole.length; at += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const changed = Uint8Array.from(whole);
      changed[at] = byte;
      if (canDecode(changed) && createTrial(new Y.Doc(), 1_000_000)(changed).verdict === 'bad') return changed;
    }
  }
  throw new Error('Every change could be taken');
}
const canDecode = (update: Uint8Array): boolean => readFrame(frameOf(0, 2, update.length, ...update)) !== null;

describe('at the door', () => {
  const upgrade = (url: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = httpRequest(url.replace('ws:', 'http:'), {
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        },
      });
      asked.on('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode ?? 0);
      });
      asked.on('response', (response) => resolve(response.resume().statusCode ?? 0));
      asked.on('error', reject);
      asked.end();
    });

  it('opens for its own pages and programs, on its own address only', async () => {
    const { url } = await serveLive(memory());
    const { host } = new URL(url);
    const answers = await Promise.all([
      upgrade(url),
      upgrade(url, { origin: `http://${host}` }),
      upgrade(url, { origin }),
      upgrade(url, { origin: 'https://elsewhere.example' }),
      upgrade(url, { origin: 'null' }),
      upgrade(`${url}?token=x`),
      upgrade(url.replace('/live', '/other')),
    ]);
    expect(answers).toEqual([101, 101, 101, 403, 403, 404, 404]);
  });

  it.each([
    ['text', 'hello'],
    ['noise', Buffer.from([255, 255, 255, 255, 255, 255, 255, 255])],
    ['nothing', Buffer.alloc(0)],
    ['a reserved name', Buffer.concat([Buffer.from([9]), Buffer.from('__proto__'), Buffer.from([2, 0, 1, 97, 0])])],
    ['a message in the name of the server', Buffer.concat([Buffer.from([8]), Buffer.from(name), Buffer.from([6, 1, 97])])],
    ['a garbage update', Buffer.concat([Buffer.from([8]), Buffer.from(name), Buffer.from([0, 2, 4, 9, 9, 9, 9])])],
  ])('closes a client that sends %s, and goes on serving', async (_what, frame) => {
    const held = memory();
    const { url } = await serveLive(held);
    const rude = new WebSocket(url);
    const closed = new Promise<number>((resolve) => rude.on('close', resolve));
    rude.on('open', () => rude.send(frame));
    expect(await closed).toBe(1008);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
  });

  it('refuses an update that is well-formed and that no document can take', async () => {
    const held = memory();
    const { url } = await serveLive(held);
    const anna = join(url, 'token-of-anna');
    await until(() => anna.provider.synced);
    anna.type('unharmed');
    await until(() => isStored(anna.document, anna.messages));
    const bad = findBreaking();
    const rude = new WebSocket(url);
    const closed = new Promise<number>((resolve) => rude.on('close', resolve));
    rude.on('open', () => {
      rude.send(frameOf(2, 0, 11, ...Buffer.from('token-of-bo')));
      rude.send(frameOf(0, 2, bad.length, ...bad));
    });
    expect(await closed).toBe(1008);
    anna.type(' and alive');
    await until(() => isStored(anna.document, anna.messages));
    expect(textIn(held.stored)).toBe('unharmed and alive');
  });

  it('closes who does not sign in, and who sends much before', async () => {
    const { url } = await serveLive(memory(), { admissionMs: 30 });
    const idle = new WebSocket(url);
    expect(await new Promise<number>((resolve) => idle.on('close', resolve))).toBe(4403);
    const { url: patient } = await serveLive(memory());
    const loud = new WebSocket(patient);
    const words = new Y.Doc();
    words.getText('words').insert(0, 'x'.repeat(50_000));
    const payload = Y.encodeStateAsUpdate(words);
    const length = Buffer.from([(payload.length & 127) | 128, ((payload.length >> 7) & 127) | 128, payload.length >> 14]);
    const frame = Buffer.concat([Buffer.from([8]), Buffer.from(name), Buffer.from([0, 2]), length, payload]);
    loud.on('open', () => Array.from({ length: 8 }, () => loud.send(frame)));
    expect(await new Promise<number>((resolve) => loud.on('close', resolve))).toBe(4403);
  });
});
