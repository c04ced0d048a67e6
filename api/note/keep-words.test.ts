/** Words that are typed into a line while somebody else makes something else of the line: as an editor does it, with and without a connection. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createTrial } from '#api/platform/live/trial.ts';
import { startBadLine } from '#test/bench/notes-line.ts';
import { isStored, join as joinLive, memory, serveLive, started, until } from '#test/given/live-socket.ts';
import { keepWords } from './keep-words.ts';
import { notesFragment } from './contract.ts';

const lineOf = (words: string, name = 'paragraph'): Y.XmlElement => {
  const line = new Y.XmlElement(name);
  line.insert(0, [new Y.XmlText(words)]);
  return line;
};
const linesIn = (document: Y.Doc): Y.XmlFragment => document.getXmlFragment(notesFragment);
const textsIn = (document: Y.Doc): Y.XmlText[] =>
  [...linesIn(document).createTreeWalker((one) => one instanceof Y.XmlText)].filter((one) => one instanceof Y.XmlText);
const wordsIn = (document: Y.Doc): string[] => textsIn(document).map((text) => text.toJSON());

/** The server's side of the live socket, and everybody's pages: what is typed travels when a test says so. */
function room(count: number) {
  const server = new Y.Doc();
  const told: Uint8Array[] = [];
  server.on('update', (update: Uint8Array) => told.push(update));
  const judge = createTrial(server, 1_000_000, keepWords);
  const take = (update: Uint8Array): void => {
    const { verdict, beside } = judge(update);
    expect(verdict).toBe('good');
    if (beside) Y.applyUpdate(server, beside);
    Y.applyUpdate(server, update);
  };
  const pages = Array.from({ length: count }, () => {
    const document = new Y.Doc();
    const own: Uint8Array[] = [];
    let heard = 0;
    document.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && own.push(update));
    const hear = (most = told.length): void => {
      const to = Math.min(told.length, heard + most);
      for (; heard < to; heard += 1) Y.applyUpdate(document, told[heard] as Uint8Array, 'server');
    };
    return {
      document,
      send: (most = own.length) => own.splice(0, most).forEach(take),
      hear,
      /** A new connection: first what was typed here, then all that is here. */
      come() {
        own.splice(0).forEach(take);
        hear();
        take(Y.encodeStateAsUpdate(document, Y.encodeStateVector(server)));
      },
    };
  });
  const settle = (): void => {
    pages.forEach((page) => page.come());
    pages.forEach((page) => page.hear());
  };
  return { server, pages, settle };
}
type Page = ReturnType<typeof room>['pages'][number];

/** The line at a place becomes something else, as an editor does it: a new element with the same words. */
function remake(document: Y.Doc, at: number, make: (words: string) => Y.XmlElement): void {
  const lines = linesIn(document);
  const words = textIn(lines.get(at))?.toJSON() ?? '';
  document.transact(() => {
    lines.delete(at);
    lines.insert(at, [make(words)]);
  });
}
function join(document: Y.Doc, at: number): void {
  const lines = linesIn(document);
  const [first, second] = [textIn(lines.get(at)), textIn(lines.get(at + 1))];
  if (!first || !second) return;
  document.transact(() => {
    first.insert(first.length, second.toJSON());
    lines.delete(at + 1);
  });
}
const listOf = (words: string): Y.XmlElement => {
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
  item.insert(0, [lineOf(words)]);
  list.insert(0, [item]);
  return list;
};
const textIn = (block: unknown): Y.XmlText | null => {
  if (block instanceof Y.XmlText) return block;
  return block instanceof Y.XmlElement && block.length > 0 ? textIn(block.get(0)) : null;
};

const acts: [string, (document: Y.Doc) => void, string[]][] = [
  ['a heading', (document) => remake(document, 1, (words) => lineOf(words, 'heading')), ['Before it.', 'Kind sharp words.', 'After it.']],
  ['a list', (document) => remake(document, 1, listOf), ['Before it.', 'Kind sharp words.', 'After it.']],
  ['one with the line before', (document) => join(document, 0), ['Before it.Kind sharp words.', 'After it.']],
  ['nothing', (document) => linesIn(document).delete(1), ['Before it.', 'sharp ', 'After it.']],
];

describe.each(acts)('a line becomes %s while another types into it', (_what, act, after) => {
  const begun = () => {
    const all = room(2);
    const [maja, erik] = all.pages as [Page, Page];
    linesIn(maja.document).insert(0, [lineOf('Before it.'), lineOf('Kind words.'), lineOf('After it.')]);
    all.settle();
    return { ...all, maja, erik };
  };
  const type = ({ document }: Page): void => textsIn(document)[1]?.insert('Kind '.length, 'sharp ');
  const both = ({ server, maja, erik }: ReturnType<typeof begun>): void => {
    for (const document of [server, maja.document, erik.document]) expect(wordsIn(document)).toEqual(after);
  };

  it('at the same time, whoever is heard first', () => {
    for (const erikFirst of [true, false]) {
      const all = begun();
      act(all.maja.document);
      type(all.erik);
      for (const page of erikFirst ? [all.erik, all.maja] : [all.maja, all.erik]) page.send();
      all.settle();
      both(all);
    }
  });

  it.each<[string, (maja: Page, erik: Page) => void]>([
    [
      'without a connection, and comes back later',
      (maja, erik) => {
        maja.send();
        maja.hear();
        erik.come();
      },
    ],
    [
      'and is heard of only by a page that then leaves',
      (maja, erik) => {
        erik.send();
        maja.hear();
        maja.come();
      },
    ],
  ])('%s', (_how, meet) => {
    const all = begun();
    act(all.maja.document);
    type(all.erik);
    meet(all.maja, all.erik);
    all.settle();
    both(all);
  });
});

it('what was typed is taken, whatever happens to words that cannot be put back', async () => {
  const held = memory();
  held.documents.bringBack = () => {
    throw new Error('Not today');
  };
  const begun = new Y.Doc();
  linesIn(begun).insert(0, [lineOf('Kind words.')]);
  held.stored.push(Y.encodeStateAsUpdate(begun));
  const { url } = await serveLive(held);
  const [maja, erik] = [joinLive(url, 'token-of-anna'), joinLive(url, 'token-of-bo')];
  await until(() => [maja, erik].every(({ document }) => textsIn(document).length === 1));
  textsIn(erik.document)[0]?.insert(0, 'Sharp. ');
  remake(maja.document, 0, (words) => lineOf(words, 'heading'));
  linesIn(maja.document).push([lineOf('More.')]);
  await until(() => isStored(maja.document, maja.messages) && isStored(erik.document, erik.messages));
  for (const { document } of [maja, erik]) expect(wordsIn(document)).toEqual(['Kind words.', 'More.']);
});

it('what was typed into a line that went long ago stands at the end', () => {
  const all = room(2);
  const [maja, erik] = all.pages as [Page, Page];
  linesIn(maja.document).insert(0, [lineOf('One.'), lineOf('Two.')]);
  all.settle();
  textsIn(erik.document)[0]?.insert(0, 'Long ago. ');
  remake(maja.document, 0, (words) => lineOf(words, 'heading'));
  maja.send();
  // Everybody has left meanwhile, and the server has opened the notes anew.
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(all.server));
  const update = Y.encodeStateAsUpdate(erik.document, Y.encodeStateVector(server));
  const { verdict, beside } = createTrial(server, 1_000_000, keepWords)(update);
  expect(verdict).toBe('good');
  if (beside) Y.applyUpdate(server, beside);
  Y.applyUpdate(server, update);
  expect(wordsIn(server)).toEqual(['One.', 'Two.', 'Long ago. ']);
});

it('what a connection has lost is sent again as it was typed, before anything that was heard meanwhile', async () => {
  const held = memory();
  held.documents.bringBack = keepWords;
  const begun = new Y.Doc();
  linesIn(begun).insert(0, [lineOf('Kind words.')]);
  held.stored.push(Y.encodeStateAsUpdate(begun));
  const { url } = await serveLive(held);
  const line = await startBadLine(Number(new URL(url).port));
  started.push(() => line.stop());
  const maja = joinLive(`ws://127.0.0.1:${line.port}/live`, 'token-of-anna');
  const erik = joinLive(url, 'token-of-bo');
  await until(() => textsIn(maja.document).length === 1 && textsIn(erik.document).length === 1);
  line.mute();
  remake(maja.document, 0, (words) => lineOf(words, 'heading'));
  textsIn(erik.document)[0]?.insert('Kind '.length, 'sharp ');
  // Her page has met what he typed, and nobody else what she did.
  await until(() => Y.snapshot(maja.document).sv.has(erik.document.clientID));
  expect(wordsIn(erik.document)).toEqual(['Kind sharp words.']);
  line.cut(1, () => 0);
  textsIn(erik.document)[0]?.insert(0, ' ');
  await until(() => linesIn(erik.document).toJSON().includes('heading'));
  await until(() => isStored(maja.document, maja.messages) && isStored(erik.document, erik.messages));
  for (const { document } of [maja, erik]) expect(wordsIn(document)).toEqual([' Kind sharp words.']);
});

describe('whatever three do, in whatever order it arrives', () => {
  const step = fc.record({ who: fc.nat(2), what: fc.nat(11), at: fc.nat(1_000), more: fc.nat(1_000) });

  it('no letter is gone that nobody took away, and all see the same', () => {
    let typed = 0;
    let left = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        const all = room(3);
        const letters = new Set<string>();
        const taken = new Set<string>();
        const letter = (): string => {
          const one = String.fromCharCode(0x4e00 + letters.size);
          letters.add(one);
          return one;
        };
        linesIn((all.pages[0] as Page).document).insert(0, [lineOf(letter()), lineOf(letter() + letter())]);
        all.settle();
        for (const { who, what, at, more } of steps) {
          const page = all.pages[who] as Page;
          const lines = linesIn(page.document);
          const texts = textsIn(page.document);
          const text = texts[at % Math.max(1, texts.length)];
          if (what === 0) lines.insert(at % (lines.length + 1), [lineOf(letter())]);
          else if (what <= 3) text?.insert(more % (text.length + 1), letter());
          else if (what === 4 && text && text.length > 0) {
            const gone = more % text.length;
            taken.add(text.toJSON()[gone] ?? '');
            text.delete(gone, 1);
          } else if (what === 5 && lines.length > 0) remake(page.document, at % lines.length, (words) => lineOf(words, 'heading'));
          else if (what === 6 && lines.length > 0) remake(page.document, at % lines.length, listOf);
          else if (what === 7 && lines.length > 1) join(page.document, at % (lines.length - 1));
          else if (what === 8) page.send(1 + (at % 3));
          else if (what === 9) page.hear(1 + (at % 3));
          else if (what === 10) page.come();
          else page.send();
        }
        all.settle();
        const words = wordsIn(all.server).join('');
        expect([...letters].filter((one) => !taken.has(one) && !words.includes(one))).toEqual([]);
        for (const { document } of all.pages) expect(linesIn(document).toJSON()).toBe(linesIn(all.server).toJSON());
        typed += letters.size;
        left += words.length;
      }),
      { numRuns: 400 },
    );
    expect(typed).toBeGreaterThan(400);
    expect(left).toBeGreaterThan(400);
  });
});
