/**
 * Looking at a place in a browser test: getting there with the Tab key, where the focus must be seen at every stop; and what bars people, or is wider than its frame,
 * in the three themes, each at another width. Opens nothing.
 */
import { expect } from 'vitest';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Theme, Window } from './window.ts';

export const isAt = (what: Locator): Promise<boolean> => what.evaluate((one) => one === document.activeElement);

/** Until the focus is there: where the page itself puts it. */
export const untilAt = (what: Locator): Promise<void> => expect.poll(() => isAt(what), { timeout: 10_000 }).toBe(true);

/** Presses Tab until the focus is there: as far as somebody would. Whoever looks sees where it is. */
export async function tabTo({ page }: Window, what: Locator, key = 'Tab'): Promise<void> {
  // Found once, and before any key: looking for it by its role at each press would take longer than the presses.
  const found = await what.elementHandle();
  // What Teams has around the app is Teams' own; in a plain browser there is nothing around it.
  const isInApp = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.tagName === 'IFRAME' || !document.querySelector('iframe'));
  for (let pressed = 0; pressed < 40 && !(await isInApp()); pressed += 1) await page.keyboard.press(key);
  const isThere = async (): Promise<boolean | undefined> => found?.evaluate((one) => one === document.activeElement);
  for (let pressed = 0; pressed < 25 && !(await isThere()); pressed += 1) await page.keyboard.press(key);
  expect(await isAt(what)).toBe(true);
  await expect.poll(() => what.evaluate(isMarked)).toBe(true);
}

/** Goes there with the Tab key, and presses a key there. @param by `Shift+Tab` when it lies behind */
export async function pressOn(window: Window, what: Locator, { key = 'Enter', by = 'Tab' } = {}): Promise<void> {
  await tabTo(window, what, by);
  await window.page.keyboard.press(key);
}

/** Goes to a field with the Tab key, and types there instead of what it has. */
export async function typeInto(window: Window, what: Locator, text: string, by = 'Tab'): Promise<void> {
  await tabTo(window, what, by);
  await window.page.keyboard.press('ControlOrMeta+A');
  await window.page.keyboard.type(text);
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
    await untilWorn(app, theme);
    await what?.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    found.push(...(await window.look(`${name}-${theme}-${width}`)));
    const [needs = 0, has = 0] = await app.locator('html').evaluate((root) => [root.scrollWidth, root.clientWidth]);
    if (needs > has) found.push(`${name} needs ${needs} px and has ${has}, in ${theme}`);
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Whether something is drawn around or under what has the focus: its own, or what Fluent puts after it or after its field; a link's double line, the notes' frame. */
const isMarked = (one: HTMLElement): boolean => {
  const around: Element[] = [one];
  for (let left = one.isContentEditable ? 3 : 1, at = one.parentElement; at && left > 0; left -= 1, at = at.parentElement) around.push(at);
  return around.some((near) => {
    const [own, after] = [getComputedStyle(near), getComputedStyle(near, '::after')];
    const line = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean => outlineStyle !== 'none' && outlineWidth !== '0px';
    return (
      line(own) || own.textDecorationStyle === 'double' || (after.content !== 'none' && (line(after) || after.borderBottomStyle !== 'none'))
    );
  });
};

/** The colour behind everything, as the theme has it. */
const grounds: Record<Theme, string> = { default: '#ffffff', dark: '#292929', contrast: '#000000' };
const ground = (where: Pick<FrameLocator, 'locator'>): Promise<string> =>
  where
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((one) => getComputedStyle(one).getPropertyValue('--colorNeutralBackground1').trim());

/** Until the app, or what is around it, wears that theme. */
export const untilWorn = (where: Pick<FrameLocator, 'locator'>, theme: Theme): Promise<void> =>
  expect.poll(() => ground(where)).toBe(grounds[theme]);
