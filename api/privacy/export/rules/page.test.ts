import { describe, expect, it } from 'vitest';
import { anExport, anExportedTalk, linesOf, piecesOf, wholeOf } from '#test/given/exported.ts';
import type { Exported } from '../contract.ts';
import { escaped } from './markup.ts';
import { pageOf } from './page.ts';
import type { FilePiece } from './pieces.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

const drawn = (exported: Exported, language: 'sv' | 'en' = 'sv') =>
  wholeOf(pageOf(piecesOf(exported), { language, timeZone: 'Europe/Stockholm' }));

/** Every text in it that is neither an id nor a mark nor a time. */
function wordsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string')
    return /Id$|At$|^(format|madeAt|language|as|kind|state|status|visibility|first|off|way|side|at|start|end|from|to|due|prepareBy|nextCheckIn|name|awayUntil|until|item|act|channel|concerns|stands)$/.test(
      name,
    )
      ? []
      : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => wordsIn(one, Array.isArray(value) ? name : key));
}

describe('the page of an export', () => {
  it.each(['sv', 'en'] as const)('says every word that the JSON says, in %s', async (language) => {
    const page = await drawn(anExport(), language);
    const words = wordsIn(anExport()).map((word) => escaped(word.replaceAll('**', '')));
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain({ sv, en }[language].labels.privateNotes);
    expect(page).not.toMatch(/undefined|\[object|talk-1/);
  });

  it('says what there is none of, and names a talk of which nothing else is known', async () => {
    const page = await drawn(anExport({ talks: [], goals: [], topics: [], reminders: [], wishes: { weekly: [], days: [] } }));
    expect(page.split(`<p>${sv.nothing}</p>`)).toHaveLength(6);
    expect(await drawn(anExport())).toContain(`<h3 dir="auto">${sv.handedOver}</h3>`);
    expect(await drawn(anExport(), 'en')).toContain('<h3 dir="auto">A talk with Emil Sund that you handed over</h3>');
  });

  it('is another page as the bundle of an access request: it says whom it is for, and what a manager has noted, with what was taken out', async () => {
    const noted = { by: 'Maja Lind', text: 'Ripan', savedAt: '2027-02-04T09:00:00.000Z', masked: 3 };
    async function* pieces(): AsyncGenerator<FilePiece> {
      for await (const piece of piecesOf(anExport()))
        yield piece.member === 'talks' ? { member: 'talks', lines: linesOf([{ ...anExportedTalk(), managersNotes: [noted] }]) } : piece;
    }
    for (const language of ['sv', 'en'] as const) {
      const t = { sv, en }[language];
      const page = await wholeOf(pageOf(pieces(), { language, timeZone: 'Europe/Stockholm' }, 'bundle'));
      for (const said of [t.bundle.title, t.bundle.lead('Erik Storm'), t.bundle.about, t.labels.managersNotes, 'Ripan', t.labels.masked])
        expect(page).toContain(escaped(said));
      expect(page).not.toContain(escaped(t.about));
    }
  });

  it('lets nothing that somebody wrote run, or be fetched', async () => {
    const text = '<script>alert(1)</script><img src="https://evil.example">';
    const hostile = anExportedTalk({
      privateNotes: { text, savedAt: null },
      sharedNotes: { text, formatted: [{ name: 'paragraph', pieces: [{ text, href: 'javascript:alert(1)' }] }], steps: [] },
      employeePreparation: { releasedAt: null, answers: [{ question: text, chosen: [text], text }] },
    });
    const page = await drawn(anExport({ talks: [hostile], person: { ...anExport().person, name: text } }));
    expect(page).not.toMatch(/<script|<img|javascript:/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });
});
