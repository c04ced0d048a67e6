/** The file as a program that opens it finds it: its words, its language and its structure. */
import { expect, it } from 'vitest';
import { readPdf } from '#test/given/files.ts';
import { line, summaryDocument } from '#test/given/summary-document.ts';
import { writePdf } from './write-pdf.ts';

it('is tagged, in its language, with a title, and its words can be taken out of it', async () => {
  const { text, title, language, isTagged, tags, pages } = await readPdf(await writePdf(summaryDocument));
  expect({ title, language, isTagged, pages }).toEqual({
    title: 'Utvecklingssamtal: <Åsa> & "Öberg" och Élodie',
    language: 'sv',
    isTagged: true,
    pages: 1,
  });
  for (const words of [
    '<Åsa> & "Öberg" och Élodie',
    'Läs planen.',
    'Ny rad',
    '1. Ett',
    '• Inre',
    'Привет, Γειά',
    'Några tecken saknas.',
    'Sida 1 av 1',
  ])
    expect(text).toContain(words);
  const elements = ['H1', 'H2', 'H3', 'Link', 'L', 'LI', 'Lbl', 'LBody', 'BlockQuote', 'Span'];
  expect(tags).toEqual(expect.arrayContaining(elements));
});

it('goes on over pages, each with its number, and takes a word that is longer than any line', async () => {
  const blocks = Array.from({ length: 120 }, (_one, at) => line(`Rad ${at}`));
  const { text, pages } = await readPdf(await writePdf({ ...summaryDocument, blocks: [...blocks, line('x'.repeat(5_000))] }));
  expect(pages).toBeGreaterThan(3);
  expect(text).toContain(`Sida ${pages} av ${pages}`);
  expect(text.match(/x/g)).toHaveLength(5_000);
  expect(text).toContain('Rad 119');
});
