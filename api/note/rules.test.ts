import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveDocumentName, privateNotesLimit } from './contract.ts';
import { isSafeLink, linkOf, mayKeep, plainTextOf, talkIdOf, type NotePiece } from './rules.ts';

const text = (words: string): NotePiece => ({ text: words });
const element =
  (name: string) =>
  (...pieces: NotePiece[]): NotePiece => ({ name, pieces });
const paragraph = element('paragraph');
const heading = element('heading');
const bullets = element('bulletList');
const numbers = element('orderedList');
const item = element('listItem');
const quote = element('blockquote');
const code = element('codeBlock');
const task = (checked: boolean, ...pieces: NotePiece[]): NotePiece => ({ name: 'taskItem', pieces, checked });
const linked = (words: string, link: string): NotePiece => ({ text: words, link });
const tasks = element('taskList');
const lineBreak = element('hardBreak')();

describe('the name of a live document', () => {
  it('gives back the talk of every name that we make', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), (talkId) => {
        expect(talkIdOf(liveDocumentName(talkId))).toBe(talkId);
      }),
    );
  });
  it.each(['', 'talk', 'talk.', 'Talk.one', 'note.one', ' talk.one', `talk.${'x'.repeat(101)}`])('is not %j', (name) => {
    expect(talkIdOf(name)).toBeNull();
  });
});

describe('the length of private notes', () => {
  it.each([
    [0, null],
    [privateNotesLimit, null],
    [privateNotesLimit + 1, 'notes-too-long'],
  ])('%i characters', (length, reason) => expect(mayKeep('x'.repeat(length))?.reason ?? null).toBe(reason));
});

describe('what may be linked', () => {
  it.each([
    ['https://lillvik.example/a?b=c#d', 'https://lillvik.example/a?b=c#d'],
    [' lillvik.example/kort ', 'https://lillvik.example/kort'],
    ['lillvik.example:8443', 'https://lillvik.example:8443'],
    ['bo@lillvik.example', 'mailto:bo@lillvik.example'],
    ['mailto:bo@lillvik.example?subject=Hej', 'mailto:bo@lillvik.example?subject=Hej'],
    ['http://lillvik.example', null],
    ['javascript:alert(1)', null],
    ['JavaScript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['\u0000javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['//lillvik.example', null],
    ['https://bo:secret@lillvik.example', null],
    ['mailto:', null],
    ['two words', null],
    ['', null],
    [`https://lillvik.example/${'x'.repeat(2_000)}`, null],
  ])('%j is %j', (typed, address) => expect(linkOf(typed)).toBe(address));

  it('never links anything but https and mail, and keeps what it links', () => {
    const schemes = fc.constantFrom('https:', 'http:', 'javascript:', 'data:', 'mailto:', 'file:', 'https://', '');
    fc.assert(
      fc.property(schemes, fc.string(), (scheme, rest) => {
        const address = linkOf(scheme + rest);
        if (address === null) return;
        expect(['https:', 'mailto:']).toContain(new URL(address).protocol);
        expect(isSafeLink(address)).toBe(true);
        expect(linkOf(address)).toBe(address);
      }),
    );
  });
});

describe('shared notes as plain text', () => {
  it.each<[string, NotePiece[], string]>([
    ['nothing', [], ''],
    ['an empty page', [paragraph()], ''],
    ['paragraphs', [paragraph(text('First')), paragraph(), paragraph(text('Third'))], 'First\n\nThird'],
    ['a heading', [heading(text('Ahead')), paragraph(text('Go on'))], 'Ahead\nGo on'],
    ['pieces of one line', [paragraph(text('plain '), text('bold'), text(' plain'))], 'plain bold plain'],
    ['a line break', [paragraph(text('one'), lineBreak, text('two'))], 'one\ntwo'],
    ['a list', [bullets(item(paragraph(text('one'))), item(paragraph(text('two'))))], '- one\n- two'],
    ['a numbered list', [numbers(item(paragraph(text('one'))), item(paragraph(text('two'))))], '1. one\n2. two'],
    ['an empty item', [bullets(item(paragraph()), item())], '-\n-'],
    [
      'a list in a list',
      [
        bullets(
          item(paragraph(text('one')), bullets(item(paragraph(text('inner'), lineBreak, text('more'))))),
          item(paragraph(text('two'))),
        ),
      ],
      '- one\n  - inner\n    more\n- two',
    ],
    ['boxes', [tasks(task(false, paragraph(text('one'))), task(true, paragraph(text('two'))))], '[ ] one\n[x] two'],
    ['a link', [paragraph(text('see '), linked('here', 'https://a.example/x'), text('.'))], 'see here <https://a.example/x>.'],
    ['a link in pieces', [paragraph(linked('so', 'https://a.example'), linked('me', 'https://a.example'))], 'some <https://a.example>'],
    ['a link that is its address', [paragraph(linked('a.example', 'https://a.example'))], 'a.example'],
    ['a mail address', [paragraph(linked('bo@a.example', 'mailto:bo@a.example'))], 'bo@a.example'],
    ['a link that is none', [paragraph(linked('click', 'javascript:alert(1)'))], 'click'],
    [
      'two links',
      [paragraph(linked('a', 'https://a.example'), linked('b', 'https://b.example'))],
      'a <https://a.example>b <https://b.example>',
    ],
    ['a quotation', [quote(paragraph(text('she said')), paragraph(text('he said')))], 'she said\nhe said'],
    ['code', [code(text('a\nb'))], 'a\nb'],
    ['an element of tomorrow', [element('callout')(paragraph(text('kept')))], 'kept'],
    ['text beside blocks', [text('loose'), paragraph(text('held'))], 'loose\nheld'],
  ])('%s', (_what, pieces, plain) => {
    expect(plainTextOf(pieces)).toBe(plain);
  });

  it('loses no word, whatever the notes are built of', () => {
    const { tree } = fc.letrec<{ tree: NotePiece }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.record({ text: fc.stringMatching(/^[a-zåäö]{1,8}$/) }),
        fc.record({
          name: fc.constantFrom('paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'other'),
          pieces: fc.array(tie('tree'), { maxLength: 4 }),
        }),
      ),
    }));
    const lettersOf = (piece: NotePiece): string => ('text' in piece ? piece.text : piece.pieces.map(lettersOf).join(''));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (pieces) => {
        expect(plainTextOf(pieces).replace(/[^a-zåäö]/g, '')).toBe(pieces.map(lettersOf).join(''));
      }),
    );
  });
});
