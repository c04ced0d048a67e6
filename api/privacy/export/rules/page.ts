/**
 * An export as a page for people: one file that opens in any browser, prints, and fetches nothing. It says what the JSON says, member by member, with
 * labels in the reader's language; ids, which tell a person nothing, are left out. Pure.
 */
import type { Language } from '#api/people/contract.ts';
import type { FormattedPiece } from '#api/note/formatted/contract.ts';
import { plainOf } from '#api/preparation/rules/formatting.ts';
import { datesOf } from '#api/talk/summary-file/rules/dates.ts';
import { blocksOf } from '#api/talk/summary-file/rules/notes.ts';
import type { TalkExport } from '../contract.ts';
import { escaped, markupOf } from './markup.ts';
import type { FilePiece } from './pieces.ts';
import { en } from './texts/en.ts';
import type { Named, Texts } from './texts/shape.ts';
import { sv } from './texts/sv.ts';
import { wordingOf, type Wording } from './wording.ts';

const texts: Record<Language, Texts> = { sv, en };
/** Said at the top, or for programs alone. */
const unseen = ['format', 'version', 'madeAt', 'language', 'talkId', 'personId'];

const look = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid}h3,h4,h5,h6{margin:1rem 0 .25rem;font-size:1rem}h3{font-size:1.15rem}article{margin:1.5rem 0;padding-left:1rem;border-left:2px solid}
dl{margin:0;display:grid;grid-template-columns:11rem 1fr;gap:0 1rem}dl.asked{display:block}.asked dt{font-weight:600}dd{margin:0;white-space:pre-wrap}
ul.lines{list-style:none;margin:0;padding-left:1rem}ul.lines>li{margin:.5rem 0}p{margin:.25rem 0}@media(max-width:30rem){dl{display:block}dt{font-weight:600}}`;
/** Nothing in the file may run or be fetched, whatever somebody has written. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** @param file the own export, or the bundle of an access request (../../access-bundle), which says the same of somebody's talks and is handed to them */
export async function* pageOf(
  pieces: AsyncIterable<FilePiece>,
  { language, timeZone }: { language: Language; timeZone: string },
  file: 'export' | 'bundle' = 'export',
): AsyncGenerator<string> {
  const t = texts[language];
  const { title, lead, about } = file === 'bundle' ? t.bundle : t;
  const dates = datesOf(t.locale, timeZone);
  const wording = wordingOf(t, dates);
  const drawing = { t, wording };
  yield `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  yield `<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${look}</style></head>\n`;
  yield `<body><main><h1>${escaped(title)}</h1>\n`;
  for await (const piece of pieces) {
    if (piece.member === 'madeAt' && 'value' in piece)
      yield `<p>${escaped(t.made(dates.instant(new Date(piece.value as string)), timeZone))}</p>\n`;
    if (piece.member === 'person' && 'value' in piece)
      yield `<p>${escaped(lead((piece.value as { name: string }).name))}</p><p>${escaped(about)}</p>\n`;
    if (unseen.includes(piece.member)) continue;
    yield `<section><h2>${escaped(t.labels[piece.member as Named])}</h2>\n`;
    if ('value' in piece) yield markupOfValue(drawing, piece.value, 3) || empty(t);
    else {
      let lines = 0;
      for await (const line of piece.lines) {
        lines += 1;
        yield `<article>${markupOfLine(drawing, line)}</article>\n`;
      }
      if (lines === 0) yield empty(t);
    }
    yield '</section>\n';
  }
  yield '</main></body></html>\n';
}

type Drawing = { t: Texts; wording: Wording };

const empty = (t: Texts): string => `<p>${escaped(t.nothing)}</p>`;

function markupOfLine(drawing: Drawing, line: object): string {
  const heading = 'as' in line ? headingOf(drawing, line as TalkExport) : '';
  return `${heading}${markupOfValue(drawing, line, 4)}`;
}

function headingOf({ t, wording }: Drawing, { facts }: TalkExport): string {
  const day = facts?.startedAt ?? facts?.start;
  const named = facts?.employee ? t.handedOverOf(facts.employee) : t.handedOver;
  const title = facts?.cycle ? (day ? t.talk(facts.cycle, wording.of('start', day) ?? '') : facts.cycle) : named;
  return `<h3 dir="auto">${escaped(title)}</h3>`;
}

/** An object as terms with their values, what is inside it below; empty members say nothing. */
function markupOfValue(drawing: Drawing, value: unknown, rank: number): string {
  if (typeof value !== 'object' || value === null) return '';
  const { wording, t } = drawing;
  let simple = '';
  let inner = '';
  for (const [name, one] of Object.entries(value)) {
    if (unseen.includes(name) || isNothing(one)) continue;
    if (name === 'formatted') {
      inner += markupOf(blocksOf(one as FormattedPiece[]), deeper(rank));
      continue;
    }
    // Shared notes are drawn as they are formatted: the same words.
    if (name === 'text' && 'formatted' in value) continue;
    const said = wording.of(name, one, value);
    const label = escaped(name === 'question' ? '' : t.labels[name as Named]);
    if (name === 'question') simple += `<dt dir="auto">${escaped(said ?? '')}</dt>`;
    else if (said !== null && 'question' in value) simple += `<dd dir="auto">${escaped(name === 'text' ? plainOf(said) : said)}</dd>`;
    else if (said !== null) simple += `<dt>${label}</dt><dd dir="auto">${escaped(said)}</dd>`;
    else
      inner += `<h${rank}>${label}</h${rank}>${Array.isArray(one) ? listOf(drawing, one, rank) : markupOfValue(drawing, one, deeper(rank))}`;
  }
  if ('question' in value && value.question === null) simple = `<dt>${escaped(t.noQuestion)}</dt>${simple}`;
  return `${simple ? `<dl${'question' in value ? ' class="asked"' : ''}>${simple}</dl>` : ''}${inner}`;
}

const listOf = (drawing: Drawing, lines: readonly unknown[], rank: number): string =>
  `<ul class="lines">${lines.map((line) => `<li>${markupOfValue(drawing, line, deeper(rank))}</li>`).join('')}</ul>`;

const deeper = (rank: number): number => Math.min(rank + 1, 6);

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
