/** The file as Word finds it: parts of well-formed XML with Word's own styles, lists and language. */
import { expect, it } from 'vitest';
import { readWord } from '#test/given/files.ts';
import { summaryDocument } from '#test/given/summary-document.ts';
import { writeWord } from './write-word.ts';

it('has headings, lists, links and a language of its own, and every word as it was written', async () => {
  const { parts, text } = readWord(await writeWord(summaryDocument));
  const xml = parts.get('word/document.xml') ?? '';
  for (const words of [
    'Utvecklingssamtal',
    '<Åsa> & "Öberg" och Élodie',
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
