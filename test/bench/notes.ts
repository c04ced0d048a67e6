/**
 * The shared notes: storms of many windows in which Samtal is killed, how fast a keystroke reaches the other, and how long a long note takes to open.
 * SAMTAL_STORMS says how many storms (20 unless given), SAMTAL_SEED with which seed they begin.
 */
import type { Page } from 'playwright-core';
import * as Y from 'yjs';
import { notesFragment } from '#api/note/contract.ts';
import { listDepartments } from '#api/people/contract.ts';
import { readTalk, startTalk } from '#api/talk/contract.ts';
import { buildIfStale } from '#infra/local/build.ts';
import { launchBrowser } from '#test/browser.ts';
import { givenKillable } from '#test/given/killable.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenLiveTalk } from '#test/given/live-talk.ts';
import { givenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import { openWindow } from '#test/given/window.ts';
import { wordsIn } from '#test/given/words.ts';
import { openEditor } from './notes-editor.ts';
import { weather, type StormEnd } from './notes-storm.ts';
import { inTurn, quantile, type Row } from './report.ts';
import { editorIn, measureTyping, openPanel } from './typing.ts';

const monday = new Date('2027-02-01T07:30:00Z');
const staff = ['erik', 'elin', 'emil', 'aino'];
const full = { editors: 50, edits: 200, kills: 5 };

export async function measureNotes(): Promise<Row[]> {
  return inTurn([measureOpening, measureTyping, measureStorms]);
}

/** As many storms as are asked for, four to a company: each of Maja's four has a talk with her. */
async function measureStorms(): Promise<Row[]> {
  const first = Number(process.env.SAMTAL_SEED ?? 1);
  const count = Number(process.env.SAMTAL_STORMS ?? 20);
  const ends: StormEnd[] = [];
  if (count === 0) return [];
  for (let begun = 0; begun < count; begun += staff.length) {
    const samtal = await givenKillable(monday);
    try {
      await samtal.start();
      await until(async () => (await samtal.as('hedda').must(listDepartments)).syncedAt, {
        message: 'the directory is read',
        withinMs: 60_000,
      });
      const launched = await givenLaunchedCycle(samtal, { withinMs: 120_000 });
      for (const [at, who] of staff.slice(0, count - begun).entries()) {
        const { talkId } = await launched.talkOf(who);
        const params = { talkId };
        const maja = samtal.as('maja');
        await maja.must(startTalk, { params, version: (await maja.must(readTalk, { params })).version });
        const seed = String(first + begun + at);
        const end = await weather(samtal, { ...full, talkId, who: [who, 'maja'], seed });
        console.log(`Storm ${seed}: ${JSON.stringify(end)}`);
        ends.push(end);
      }
    } finally {
      await samtal.stop();
    }
  }
  const sum = (of: (end: StormEnd) => number): number => ends.reduce((all, end) => all + of(end), 0);
  const what = `${ends.length} storms of ${full.editors} windows with ${full.edits} edits each, ${full.kills} kills and ${Math.round(sum(({ cuts }) => cuts) / ends.length)} cut frames in each:`;
  return [
    { what: `${what} acknowledged characters lost`, value: sum(({ lost }) => lost), unit: '', target: '0' },
    { what: 'The same: characters gone that nobody deleted', value: sum(({ gone }) => gone), unit: '', target: '0' },
    { what: `The same: windows whose text differs in the end`, value: sum(({ different }) => different), unit: '', target: '0' },
  ];
}

const long = { characters: 200_000, paragraph: 100 };
const openings = 5;

/** From the press on "back" in the side panel, where private notes lay over them, to the whole text: connection, sign-in, store and drawing. */
async function measureOpening(): Promise<Row[]> {
  await buildIfStale(() => undefined);
  const samtal = await givenSamtal();
  const browser = await launchBrowser();
  try {
    const { talkId, path } = await givenLiveTalk(samtal);
    await writeLong(samtal.url, talkId, samtal.as('maja').token);
    const { page } = await openWindow(browser, samtal, 'erik', path, { language: 'en', theme: 'default' });
    const times: number[] = [];
    for (let opening = 0; opening < openings; opening += 1) times.push(await openOnce(page));
    return [
      {
        what: 'A note of 200 000 characters, until all of it is shown, median',
        value: quantile(times, 0.5),
        unit: 'ms',
        target: 'under 1000',
      },
    ];
  } finally {
    await browser.close();
    await samtal.stop();
  }
}

async function writeLong(url: string, talkId: string, token: () => Promise<string>): Promise<void> {
  const editor = openEditor(Number(new URL(url).port), talkId, token);
  try {
    await until(() => editor.stored() !== null, { message: 'the notes are open' });
    const sentence = 'What we want to remember of this. '.repeat(9).slice(0, long.paragraph);
    const paragraphs = Array.from({ length: long.characters / long.paragraph }, () => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(sentence)]);
      return paragraph;
    });
    editor.document.getXmlFragment(notesFragment).push(paragraphs);
    await until(() => editor.calm(), { message: 'the long note is stored' });
  } finally {
    editor.close();
  }
}

type Watching = { pressedAt: number };

async function openOnce(page: Page): Promise<number> {
  const { talk } = wordsIn('en');
  const frame = await openPanel(page);
  const whole = { selector: editorIn, characters: long.characters };
  const isWhole = ({ selector, characters }: typeof whole): number =>
    (document.querySelector(selector)?.textContent?.length ?? 0) >= characters ? performance.now() : 0;
  await frame.waitForFunction(isWhole, whole);
  await frame.getByRole('button', { name: talk.panel.private }).click();
  await frame.locator(editorIn).waitFor({ state: 'detached' });
  const back = frame.getByRole('button', { name: talk.panel.back });
  await back.evaluate((button) => button.addEventListener('click', () => Object.assign(globalThis, { pressedAt: performance.now() })));
  await back.click();
  const shown = await (await frame.waitForFunction(isWhole, whole, { polling: 'raf' })).jsonValue();
  return shown - (await frame.evaluate(() => (globalThis as unknown as Watching).pressedAt));
}
