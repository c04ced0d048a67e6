/**
 * Draws the app's icons from the SVG files beside this one, in the sizes Teams asks for: `npx tsx appPackage/draw-icons.ts BROWSER`, where
 * BROWSER is the path of an installed Chromium, Chrome or Edge. Run it after changing an SVG; the PNG files are checked in.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const executablePath = process.argv[2];
if (!executablePath) throw new Error('Say which browser draws: npx tsx appPackage/draw-icons.ts BROWSER');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, size } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: new URL(`${name}.png`, import.meta.url).pathname, omitBackground: true });
}
await browser.close();
