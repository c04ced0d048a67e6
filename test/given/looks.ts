/**
 * Looking at a place in a browser test: getting there with the Tab key, where the focus must be seen at every stop; and what bars people, or is wider than its frame,
 * in the three themes, each at another width. Opens nothing.
 */
import { expect } from 'vitest';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Theme, Window } from './window.ts';

export const isAt = (what: Locator): Promise<boolean> => what.evaluate((one) => one === document.activeElement);

/** Presses Tab until the focus is there: as far as somebody would. Whoever looks sees where it is. */
export async function tabTo({ page }: Window, what: Locator, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 25 && !(await isAt(what)); pressed += 1) await page.keyboard.press(key);
  expect(await isAt(what)).toBe(true);
  await expect.poll(() => what.evaluate(isMarked)).toBe(true);
}

/**
 * What bars people, or is wider than its frame, in the three themes, each at another width.
 * @param what the picture is of this: it is brought to the top again in each width
 */
export async function inEveryLook(
  window: Window,
  app: FrameLocator,
  name: string,
  widths = [280, 390, 1280],
  what?: Locator,
): Promise<string[]> {
  const { page } = window;
  const before = page.viewportSize();
  const found: string[] = [];
  for (const [at, theme] of (['contrast', 'dark', 'default'] satisfies Theme[]).entries()) {
    const width = widths[at] ?? widths[0] ?? 1280;
    await page.setViewportSize({ width, height: 900 });
    await window.wear(theme);
    await expect.poll(() => ground(app)).toBe(grounds[theme]);
    await what?.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    found.push(...(await window.look(`${name}-${theme}-${width}`)));
    const [needs = 0, has = 0] = await app.locator('html').evaluate((root) => [root.scrollWidth, root.clientWidth]);
    if (needs > has) found.push(`${name} needs ${needs} px and has ${has}, in ${theme}`);
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Whether something is drawn around or under what has the focus: its own, or what Fluent puts after it or after its field. */
const isMarked = (one: Element): boolean =>
  [one, ...(one.parentElement ? [one.parentElement] : [])].some((near) => {
    const [own, after] = [getComputedStyle(near), getComputedStyle(near, '::after')];
    const line = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean => outlineStyle !== 'none' && outlineWidth !== '0px';
    return line(own) || (after.content !== 'none' && (line(after) || after.borderBottomStyle !== 'none'));
  });

/** The colour behind everything, as the theme has it. */
const grounds: Record<Theme, string> = { default: '#ffffff', dark: '#292929', contrast: '#000000' };
const ground = (app: FrameLocator): Promise<string> =>
  app
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((one) => getComputedStyle(one).getPropertyValue('--colorNeutralBackground1').trim());
