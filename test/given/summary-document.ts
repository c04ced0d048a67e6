/** A summary's document with one of everything that can be in it, for whoever draws it as a file. */
import type { Block, SummaryDocument } from '#api/talk/summary-file/rules/model.ts';

export const line = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

export const summaryDocument: SummaryDocument = {
  ...{ language: 'sv', title: 'Utvecklingssamtal', lead: '<Åsa> & "Öberg" och Élodie', footer: 'Sida {page} av {pages}' },
  ...{ boxes: { ticked: 'klart', notTicked: 'inte klart' }, unseen: 'Några tecken saknas.' },
  blocks: [
    { kind: 'heading', rank: 1, runs: [{ text: 'Anteckningar' }] },
    { kind: 'heading', rank: 2, runs: [{ text: 'Det som gått bra' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Läs ' },
        { text: 'planen', bold: true, href: 'https://samtal.example/?a=1&b=2' },
        { text: '.\nNy rad', italic: true },
      ],
    },
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
    line('Привет, Γειά, שלום, مرحبا, 👍🏽 och 你好'),
    line('שלום ]]> 你好 👍🏽'),
  ],
};
