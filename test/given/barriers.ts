/**
 * What bars people from using a page, frames included, as axe-core sees it. axe is put into a frame once, and each frame is looked at by itself, as
 * the page that it is: a fresh page for each look, as axe's own runner for Playwright opens one, costs four times as much. What Teams has around
 * an app is looked at once for each way it stands, and what was found is remembered. Judges nothing else. Not seen so: something to press in a frame
 * that the keyboard passes by (`frame-focusable-content` needs the page around; no frame here is made with a tabindex).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** `_audit` is axe's own: what it has no other word for is how grave each rule is. */
type InFrame = { axe: typeof axe & { _audit: { rules: { impact: axe.ImpactValue; enabled: boolean }[] } } };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Tabster's dummies only catch the focus; nobody can reach them (dependencies.md, P11). */
const dummies = '[data-tabster-dummy]';
/** What only a page has. A mail's own HTML has no address: it is shown in a frame as a part of the page around it, and is not asked for these. */
const ofPages = ['document-title', 'html-has-lang'];

type Judged = { frame: Frame; lines: string[] };

/** Serious and critical findings, one line each; none when nobody is barred. Throws when a frame goes away meanwhile, or when there is an app and none is seen. */
export async function barriersIn(page: Page): Promise<string[]> {
  const main = page.mainFrame();
  const inside = await judgedInside(main);
  const apps = main.childFrames().filter(isPage);
  if (apps.length > 0 && !inside.some(({ frame }) => apps.includes(frame)))
    throw new Error('The page has an app, and none of it was judged');
  return [...(apps.length > 0 ? await foundAround(main) : await foundIn(main)), ...inside.flatMap(({ lines }) => lines)];
}

const isPage = (frame: Frame): boolean => frame.url().startsWith('http');

/** The frames that are seen, and those in them; each line begins with where the frame is. */
async function judgedInside(frame: Frame): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const child of frame.childFrames()) {
    const element = await child.frameElement();
    if (await element.isVisible()) {
      const all = [{ frame: child, lines: await foundIn(child) }, ...(await judgedInside(child))];
      const title = (await element.getAttribute('title')) ?? '';
      judged.push(...all.map((one) => ({ ...one, lines: one.lines.map((line) => `in “${title}”: ${line}`) })));
    }
    await element.dispose();
  }
  return judged;
}

async function foundIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await putAxeInto(frame);
  const off = isPage(frame) ? [] : ofPages;
  const options: axe.RunOptions = {
    iframes: false,
    resultTypes: ['violations'],
    rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
  };
  // Answered as few words: Playwright looks at every single value that crosses over.
  return frame.evaluate(
    async ([exclude, how]) => {
      const { violations } = await (globalThis as unknown as InFrame).axe.run({ exclude: [exclude] }, how);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
    },
    [dummies, options] as const,
  );
}

/**
 * What was found around apps, by how it stood there: words (also the name of whoever has it open), marks, size, and three colours, which tell the
 * themes apart. Where the focus is, how far it is scrolled and what is typed in a field do not count.
 */
const known = new Map<string, string[]>();

async function foundAround(frame: Frame): Promise<string[]> {
  const standing = await frame.evaluate(() => {
    const look = getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body);
    const colours = ['--colorNeutralBackground1', '--colorNeutralForeground1', '--colorBrandBackground'];
    const { lang, style } = document.documentElement;
    return [
      document.title,
      lang,
      style.cssText,
      innerWidth,
      innerHeight,
      ...colours.map((one) => look.getPropertyValue(one)),
      document.body.outerHTML,
    ].join('\n');
  });
  const found = known.get(standing) ?? (await foundIn(frame));
  known.set(standing, found);
  return found;
}

/** A rule that is minor or moderate is so in all that it finds, and none of that is answered: it need not look. */
async function putAxeInto(frame: Frame): Promise<void> {
  await frame.evaluate(source);
  await frame.evaluate(() => {
    for (const rule of (globalThis as unknown as InFrame).axe._audit.rules)
      if (rule.impact === 'minor' || rule.impact === 'moderate') rule.enabled = false;
  });
}
