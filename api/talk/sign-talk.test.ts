/** Signing while the other still writes: on a store of its own, many orders of the same calls, and a signing whose process dies half-way. */
import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAgreement } from '#api/agreement/add-agreement.ts';
import { dropAgreement } from '#api/agreement/drop-agreement.ts';
import { listAgreements } from '#api/agreement/list-agreements.ts';
import { updateAgreement } from '#api/agreement/update-agreement.ts';
import { notesFragment } from '#api/note/contract.ts';
import { appendSharedNotes, foldSharedNotes } from '#api/note/load-shared-notes.ts';
import { readNotesText } from '#api/note/read-shared-notes.ts';
import { connectDb, type Db } from '#api/platform/db/db.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Written } from '#api/platform/live/keeper.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import { createSeal, type Seal } from '#api/platform/seal/seal.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import { createTalks } from './create-talks.ts';
import { finishTalk } from './finish-talk.ts';
import { readSummary } from './read-summary.ts';
import { readTalk } from './read-talk.ts';
import { signTalk } from './sign-talk.ts';
import { startTalk } from './start-talk.ts';
import { listTalksOfCycle } from './store.ts';

const tenantId = 'tenant';
const begin = new Date('2027-02-01T08:00:00Z');
const person = (personId: string): Person => ({ kind: 'person', tenantId, personId, name: personId, isHr: false, token: '' });
const [anna, boss] = [person('anna'), person('boss')];

let store: Awaited<ReturnType<typeof startStore>>;
let db: Db;
let seal: Seal;
let now: Date;
let plain: Platform;
beforeAll(async () => {
  store = await startStore({});
  db = await connectDb(store.uri, 'signing');
  seal = createSeal(db, { wrap: async (key) => key, unwrap: async (key) => key });
  plain = platformWith();
});
afterAll(async () => {
  await db.close();
  await store.stop();
});
beforeEach(() => void (now = begin));

/** @param pause taken before everything that is sealed or opened: where a call can be overtaken */
const platformWith = (pause: () => Promise<unknown> = () => Promise.resolve()): Platform => {
  const slow: Seal = {
    close: async (scope, bytes) => (await pause(), seal.close(scope, bytes)),
    open: async (scope, bytes, as) => (await pause(), seal.open(scope, bytes, as)),
    closeText: async (scope, text) => (await pause(), seal.closeText(scope, text)),
    openText: async (scope, bytes, as) => (await pause(), seal.openText(scope, bytes, as)),
    markOf: async (scope, text) => (await pause(), seal.markOf(scope, text)),
    shred: async (scope) => (await pause(), seal.shred(scope)),
    shredAll: async (of) => (await pause(), seal.shredAll(of)),
  };
  const rest = { log: createLog('silent'), live: null, cards: null, wake: () => undefined };
  return { db, seal: slow, clock: { now: () => now }, ...rest } as unknown as Platform;
};

const must = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false; reason: string }>): Promise<T> => {
  const answer = await asked;
  if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
  return answer.value;
};

/** A held talk with one agreement in it, ready to be signed. */
async function givenHeldTalk() {
  const cycleId = randomUUID();
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleId, cycleName: 'c', template, releaseRule: 'both-released' as const, lengthMinutes: 60 };
  await createTalks(plain, tenantId, [{ ...common, employeeId: 'anna', managerId: 'boss', time: null }]);
  const [talk] = await listTalksOfCycle(db, tenantId, cycleId);
  const talkId = talk?._id ?? '';
  await must(startTalk(plain, boss, talkId, 1));
  const first = await must(addAgreement(plain, anna, talkId, agreed('The first')));
  await must(finishTalk(plain, boss, talkId, 2));
  const version = async (): Promise<number> => (await must(readTalk(plain, anna, talkId))).version;
  const seen = () => must(readSummary(plain, anna, talkId));
  return { talkId, first, version, seen };
}
const agreed = (text: string) => ({ agreementId: randomUUID(), text, ownerId: 'anna', due: null });
function written(text: string): Written[] {
  const doc = new Y.Doc();
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(notesFragment).push([element]);
  return [{ by: 'boss', update: Y.encodeStateAsUpdate(doc) }];
}

/** Lets everything else that is under way go on for so many rounds. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}

/** What everybody sees afterwards is what was signed. */
async function expectSignedIsAll(talkId: string): Promise<string> {
  const { agreements, notes } = await must(readSummary(plain, anna, talkId));
  const listed = (await must(listAgreements(plain, boss, talkId))).agreements;
  expect(listed.map(({ text }) => text)).toEqual(agreements.map(({ text }) => text));
  expect(await readNotesText(plain, tenantId, talkId)).toBe(notes);
  return JSON.stringify({ agreements, notes });
}

describe('signing while the other writes', () => {
  const steps = fc.array(fc.nat(12), { minLength: 24, maxLength: 24 });
  const writing = fc.constantFrom('add' as const, 'update' as const, 'drop' as const);

  it('has every acknowledged word in what was signed, or does not sign', { timeout: 60_000 }, async () => {
    const ends = { signed: 0, changed: 0 };
    await fc.assert(
      fc.asyncProperty(steps, writing, fc.nat(300), fc.nat(300), async (pauses, how, writesAfter, typesAfter) => {
        const { talkId, first, version, seen } = await givenHeldTalk();
        const { hash } = await seen();
        const at = await version();
        let next = 0;
        const pause = (): Promise<void> => turns(pauses[next++ % pauses.length] ?? 0);
        const racing = platformWith(pause);
        const params = { talkId, agreementId: first.agreementId };
        const write: () => Promise<Result<unknown>> = {
          add: () => addAgreement(racing, boss, talkId, agreed('Late')),
          update: () => updateAgreement(racing, boss, params, { text: 'Late', ownerId: 'anna', due: null }, first.version),
          drop: () => dropAgreement(racing, boss, params, first.version),
        }[how];
        const [sign, wrote, noted] = await Promise.all([
          signTalk(racing, anna, talkId, { hash }, at),
          turns(writesAfter).then(write),
          turns(typesAfter)
            .then(() => appendSharedNotes(racing, { tenantId, talkId }, written('Typed late')))
            .catch(() => 'unknown' as const),
        ]);
        if (!sign.ok) {
          expect(sign.reason).toBe('content-changed');
          ends.changed += 1;
          // Nothing stays closed: the other goes on writing, and then it is signed.
          expect((await addAgreement(plain, boss, talkId, agreed('After all'))).ok).toBe(true);
          expect(await appendSharedNotes(plain, { tenantId, talkId }, written('After all'))).toBe(true);
          await must(signTalk(plain, anna, talkId, { hash: (await seen()).hash }, await version()));
          expect(await expectSignedIsAll(talkId)).toContain('After all');
          return;
        }
        ends.signed += 1;
        const signed = await expectSignedIsAll(talkId);
        // What was read before signing is what is signed: whatever was written meanwhile was not taken, and said so.
        expect((await seen()).hash).toBe(hash);
        expect(signed).not.toContain('Late');
        expect(noted).not.toBe(true);
        expect(wrote).toMatchObject({ ok: false });
        if (!wrote.ok) expect(['agreements-closed', 'being-signed', 'stale']).toContain(wrote.reason);
      }),
      { numRuns: 60 },
    );
    // Otherwise the calls never met, and nothing was tried.
    expect(ends.signed).toBeGreaterThan(0);
    expect(ends.changed).toBeGreaterThan(0);
  });

  it('takes two first signatures at once as one, and the other again', async () => {
    const { talkId, version, seen } = await givenHeldTalk();
    const { hash } = await seen();
    const at = await version();
    const both = await Promise.all([anna, boss].map((who) => signTalk(plain, who, talkId, { hash }, at)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale' });
    const late = both[0]?.ok ? boss : anna;
    expect(await signTalk(plain, late, talkId, { hash }, await version())).toMatchObject({ ok: true, value: { status: 'signed' } });
  });
});

describe('a signing whose process dies half-way', () => {
  /** Notes and agreements are closed, and there is no signature. */
  async function givenHalfSigned() {
    const talk = await givenHeldTalk();
    await appendSharedNotes(plain, { tenantId, talkId: talk.talkId }, written('In time'));
    const { hash } = await talk.seen();
    let sealed = 0;
    const dying = platformWith();
    const dies: Seal = { ...dying.seal, closeText: () => Promise.reject(new Error(`The process died, ${(sealed += 1)}`)) };
    await expect(signTalk({ ...dying, seal: dies }, anna, talk.talkId, { hash }, await talk.version())).rejects.toThrow('died');
    expect(sealed).toBe(1);
    return { ...talk, hash };
  }

  it('can be signed again at once, by either', async () => {
    for (const who of [anna, boss]) {
      const { talkId, hash, version } = await givenHalfSigned();
      await must(signTalk(plain, who, talkId, { hash }, await version()));
      expect(await expectSignedIsAll(talkId)).toContain('In time');
    }
  });

  it('keeps the other from writing for a minute, and then no longer', async () => {
    const { talkId, hash, version, seen } = await givenHalfSigned();
    const late = agreed('A minute later');
    expect(await addAgreement(plain, boss, talkId, late)).toMatchObject({ ok: false, reason: 'being-signed' });
    await expect(appendSharedNotes(plain, { tenantId, talkId }, written('Waits'))).rejects.toThrow('being signed');
    now = new Date(begin.getTime() + 61_000);
    expect(await appendSharedNotes(plain, { tenantId, talkId }, written('Waits'))).toBe(true);
    expect(await addAgreement(plain, boss, talkId, late)).toMatchObject({ ok: true });
    expect(await signTalk(plain, anna, talkId, { hash }, await version())).toMatchObject({ ok: false, reason: 'content-changed' });
    await must(signTalk(plain, anna, talkId, { hash: (await seen()).hash }, await version()));
    expect(await expectSignedIsAll(talkId)).toMatch(/A minute later.*Waits/s);
  });
});

it('says the same after notes were folded, also when they are signed', async () => {
  const { talkId, version, seen } = await givenHeldTalk();
  const of = { tenantId, talkId };
  for (const word of ['one', 'two', 'three']) await appendSharedNotes(plain, of, written(word));
  const { hash } = await seen();
  await Promise.all([foldSharedNotes(plain, of), foldSharedNotes(plain, of)]);
  expect((await seen()).hash).toBe(hash);
  await must(signTalk(plain, anna, talkId, { hash }, await version()));
  await foldSharedNotes(plain, of);
  expect(await appendSharedNotes(plain, of, written('four'))).toBe(false);
  await expectSignedIsAll(talkId);
});

it('signs notes with their formatting: marking a word is another content', async () => {
  const { talkId, seen } = await givenHeldTalk();
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment(notesFragment);
  const heading = new Y.XmlElement('heading');
  // The editor keeps the level as a number; Yjs's types know texts only.
  (heading as unknown as Y.XmlElement<{ level: number }>).setAttribute('level', 3);
  heading.insert(0, [new Y.XmlText('Next year')]);
  const line = new Y.XmlText('More time at sea');
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [line]);
  fragment.push([heading, block]);
  line.format(0, 4, { bold: {} });
  line.format(13, 3, { link: { href: 'javascript:alert(1)' } });
  await appendSharedNotes(plain, { tenantId, talkId }, [{ by: anna.personId, update: Y.encodeStateAsUpdate(doc) }]);
  const { notes, formatted, hash } = await seen();
  expect(notes).toBe('Next year\nMore time at sea');
  expect(formatted).toEqual([
    { name: 'heading', level: 3, pieces: [{ text: 'Next year' }] },
    { name: 'paragraph', pieces: [{ text: 'More', bold: true }, { text: ' time at sea' }] },
  ]);
  line.format(5, 4, { italic: {} });
  await appendSharedNotes(plain, { tenantId, talkId }, [{ by: anna.personId, update: Y.encodeStateAsUpdate(doc) }]);
  expect(await seen()).toMatchObject({ notes });
  expect((await seen()).hash).not.toBe(hash);
});

it('gives a summary without goals the hash that it had before there were goals', async () => {
  const { seen } = await givenHeldTalk();
  const { hash, goals, notes, formatted, agreements } = await seen();
  expect(goals).toEqual([]);
  expect(hash).toBe(createHash('sha256').update(JSON.stringify({ notes, formatted, agreements })).digest('hex'));
});
