/**
 * What bars people from using a page, frames included, as axe-core sees it. axe is put into a frame once, and each frame is looked at by itself, as
 * the page that it is: a fresh page for each look, as axe's own runner for Playwright opens one, costs four times as much. What Teams has around
 * an app is looked at once for each way it stands, and what was found is remembered. Judges nothing else.
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
/** What only a page has, and a message that is shown in a frame has not: it is part of what is around it. */
const ofPages = ['document-title', 'html-has-lang', 'bypass'];

/** Serious and critical findings, one line each; none when nobody is barred. Throws when a frame goes away meanwhile. */
export async function barriersIn(page: Page): Promise<string[]> {
  const main = page.mainFrame();
  const inside = await foundInside(main);
  const isAroundApp = main.childFrames().some((frame) => frame.url().startsWith('http'));
  return [...(isAroundApp ? await foundAround(main) : await foundIn(main)), ...inside];
}

/** Of the frames that are seen, and of those in them; each line begins with where the frame is. */
async function foundInside(frame: Frame): Promise<string[]> {
  const found: string[] = [];
  for (const child of frame.childFrames()) {
    const element = await child.frameElement();
    if (await element.isVisible()) {
      const lines = [...(await foundIn(child)), ...(await foundInside(child))];
      const title = (await element.getAttribute('title')) ?? '';
      found.push(...lines.map((line) => `in “${title}”: ${line}`));
    }
    await element.dispose();
  }
  return found;
}

async function foundIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await putAxeInto(frame);
  const off = frame.url().startsWith('http') ? [] : ofPages;
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

/** What was found around apps, by all that is to be seen there: words, marks, size, colours. */
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
