/** The file as Word finds it: parts of well-formed XML with Word's own styles, lists and language. */
import { expect, it } from 'vitest';
import { readWord } from '#test/given/files.ts';
import type { Block, SummaryDocument } from './rules/model.ts';
import { writeWord } from './write-word.ts';

const line = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const document: SummaryDocument = {
  ...{ language: 'sv', title: 'Utvecklingssamtal', lead: '<Åsa> & "Öberg"', footer: 'Sida {page} av {pages}' },
  ...{ boxes: { ticked: 'klart', notTicked: 'inte klart' }, unseen: '' },
  blocks: [
    { kind: 'heading', rank: 1, runs: [{ text: 'Anteckningar' }] },
    { kind: 'heading', rank: 2, runs: [{ text: 'Bra' }] },
    { kind: 'paragraph', runs: [{ text: 'Läs ' }, { text: 'planen', bold: true, href: 'https://samtal.example/?a=1&b=2' }] },
    {
      kind: 'list',
      ordered: false,
      items: [
        { ticked: true, blocks: [line('Gjort')] },
        { ticked: false, blocks: [line('Kvar')] },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [{ blocks: [line('Ett'), { kind: 'list', ordered: false, items: [{ blocks: [line('Inre')] }] }] }],
    },
    { kind: 'list', ordered: true, items: [{ blocks: [line('Åter ett')] }] },
    { kind: 'quote', blocks: [line('Sagt')] },
    line('שלום ]]> 你好 👍🏽'),
  ],
};

it('has headings, lists, links and a language of its own, and every word as it was written', async () => {
  const { parts, text } = readWord(await writeWord(document));
  const xml = parts.get('word/document.xml') ?? '';
  for (const words of [
    'Utvecklingssamtal',
    '<Åsa> & "Öberg"',
    'Läs planen',
    '☑ Gjort',
    '☐ Kvar',
    'Ett',
    'Inre',
    'Sagt',
    'שלום ]]> 你好 👍🏽',
  ])
    expect(text).toContain(words);
  for (const style of ['Title', 'Subtitle', 'Heading1', 'Heading2']) expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(xml.match(/<w:ilvl w:val="0"\/>/g)).toHaveLength(2);
  expect(xml.match(/<w:ilvl w:val="1"\/>/g)).toHaveLength(1);
  // Each numbered list counts from one: three lists, three counts.
  expect(new Set(xml.match(/<w:numId w:val="\d+"\/>/g))).toHaveProperty('size', 3);
  expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://samtal.example/?a=1&amp;b=2"');
  expect(parts.get('word/styles.xml')).toContain('w:val="sv-SE"');
  expect(parts.get('word/footer1.xml')).toContain('PAGE');
  expect(xml).toContain('<w:bidi/>');
});
