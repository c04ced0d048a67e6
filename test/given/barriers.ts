/**
 * What bars people from using a page, frames included, as axe-core sees it. axe is put into a frame once, and the frames' findings are joined in
 * the page itself: a fresh page for each look, as axe's own runner for Playwright opens one, costs four times as much. Judges nothing else.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** `_audit` is axe's own: what it has no other word for is how grave each rule is. */
type InFrame = { axe: typeof axe & { _audit: { rules: { impact: axe.ImpactValue; enabled: boolean }[] } } };
type Part = Awaited<ReturnType<typeof axe.runPartial>> | null;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Tabster's dummies only catch the focus; nobody can reach them (dependencies.md, P11). */
const dummies = '[data-tabster-dummy]';
const options: axe.RunOptions = { resultTypes: ['violations'] };

/** Serious and critical findings, one line each; none when nobody is barred. Throws when a frame goes away meanwhile. */
export async function barriersIn(page: Page): Promise<string[]> {
  const parts = await partsOf(page.mainFrame(), { exclude: [[dummies], ['iframe', dummies]] });
  // As text: Playwright looks at every single value that crosses over, and there are many.
  const violations = await page.evaluate(
    async ([found, asked]) => (await (globalThis as unknown as InFrame).axe.finishRun(JSON.parse(found) as Part[], asked)).violations,
    [JSON.stringify(parts), options] as const,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
}

/** What axe finds in a frame, then in those inside it, in axe's order. */
async function partsOf(frame: Frame, context: axe.ElementContext): Promise<Part[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await putAxeInto(frame);
  const asked = JSON.stringify(context);
  const inside = await frame.evaluate(
    (of) => (globalThis as unknown as InFrame).axe.utils.getFrameContexts(JSON.parse(of) as axe.ElementContext),
    asked,
  );
  const found = await frame.evaluate(
    async ([of = '', how = '']) => {
      const { runPartial } = (globalThis as unknown as InFrame).axe;
      return JSON.stringify(await runPartial(JSON.parse(of) as axe.ElementContext, JSON.parse(how) as axe.RunOptions));
    },
    [asked, JSON.stringify(options)],
  );
  const parts: Part[] = [JSON.parse(found) as Part];
  for (const { frameSelector, frameContext } of inside) {
    const element = await frame.evaluateHandle(
      (selector) => (globalThis as unknown as InFrame).axe.utils.shadowSelect(selector),
      frameSelector,
    );
    const child = await element.asElement()?.contentFrame();
    parts.push(...(child ? await partsOf(child, frameContext) : [null]));
    await element.dispose();
  }
  return parts;
}

/** A rule that is minor or moderate is so in all that it finds, and none of that is answered: it need not look. */
async function putAxeInto(frame: Frame): Promise<void> {
  await frame.evaluate(source);
  await frame.evaluate(() => {
    for (const rule of (globalThis as unknown as InFrame).axe._audit.rules)
      if (rule.impact === 'minor' || rule.impact === 'moderate') rule.enabled = false;
  });
}
