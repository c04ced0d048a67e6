/**
 * Time from a keystroke of one to the letter on the other's screen, in the shared notes of a real meeting: two browser windows on one machine,
 * whose clocks are the same. Each letter is typed when the one before has arrived.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { WebSocket, WebSocketServer } from 'ws';
import { buildIfStale } from '#infra/local/build.ts';
import { launchBrowser } from '#test/browser.ts';
import { givenLiveTalk } from '#test/given/live-talk.ts';
import { givenSamtal } from '#test/given/samtal.ts';
import { openWindow } from '#test/given/window.ts';
import { quantile, type Row } from './report.ts';

const letters = 120;
const warmUp = 20;
const look = { language: 'en', theme: 'default' } as const;

export async function measureTyping(): Promise<Row[]> {
  await buildIfStale(() => undefined);
  const samtal = await givenSamtal();
  const browser = await launchBrowser();
  try {
    const { path } = await givenLiveTalk(samtal);
    const [from, to] = await Promise.all(
      ['maja', 'erik'].map(async (who) => openPanel((await openWindow(browser, samtal, who, path, look)).page)),
    );
    if (!from || !to) throw new Error('Two windows are needed');
    const times = await typeThrough(from, to);
    const echo = quantile(await echoTimes(), 0.5);
    return [
      { what: 'Keystroke to the other participant’s screen, median', value: quantile(times, 0.5), unit: 'ms', target: 'under 100' },
      { what: 'Keystroke to the other participant’s screen, 95 of 100', value: quantile(times, 0.95), unit: 'ms', target: '' },
      {
        what: 'The median less that of a bare WebSocket echo in the same run',
        value: quantile(times, 0.5) - echo,
        unit: 'ms',
        target: 'under 50',
      },
    ];
  } finally {
    await browser.close();
    await samtal.stop();
  }
}

export const editorIn = '[contenteditable="true"][role="textbox"]';

/** The frame of the app in the side panel, with its editor open. */
export async function openPanel(page: Page): Promise<Frame> {
  await page.frameLocator('iframe[title*="panel" i]').locator(editorIn).waitFor();
  for (const frame of page.frames()) if ((await frame.locator(editorIn).count()) > 0) return frame;
  throw new Error('No frame holds the editor');
}

async function typeThrough(from: Frame, to: Frame): Promise<number[]> {
  await watch(to, 'mutation');
  await watch(from, 'keydown');
  await from.locator(editorIn).click();
  const times: number[] = [];
  for (let at = 0; at < letters; at += 1) {
    const length = at + 1;
    await from.locator(editorIn).press(String.fromCharCode(97 + (at % 26)));
    await to.waitForFunction((count) => ((globalThis as unknown as Watching).seen[count] ?? 0) > 0, length, { polling: 5 });
    const pressed = await from.evaluate(() => (globalThis as unknown as Watching).pressedAt);
    const seen = await to.evaluate((count) => (globalThis as unknown as Watching).seen[count] ?? 0, length);
    if (at >= warmUp) times.push(seen - pressed);
  }
  return times;
}

/** There and back through a socket with nothing behind it, in milliseconds. */
async function echoTimes(): Promise<number[]> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
  await once(server, 'listening');
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(socket, 'open');
  const times: number[] = [];
  for (let at = 0; at < letters; at += 1) {
    const sent = performance.now();
    socket.send('a');
    await once(socket, 'message');
    if (at >= warmUp) times.push(performance.now() - sent);
  }
  socket.close();
  server.close();
  return times;
}

type Watching = { pressedAt: number; /** By length of the text: when it was first there. */ seen: number[] };

/** Notes when a key goes down here, or when the text grows, by the clock that both windows share. */
async function watch(frame: Frame, what: 'keydown' | 'mutation'): Promise<void> {
  // No functions with names of their own in here: the page does not know what tsx makes of them.
  await frame.evaluate(
    ([selector, kind]) => {
      const watching: Watching = { pressedAt: 0, seen: [] };
      Object.assign(globalThis, watching);
      const ground = document.querySelector(selector ?? '');
      if (!ground) throw new Error('There is no editor');
      const kept = globalThis as unknown as Watching;
      if (kind === 'keydown') ground.addEventListener('keydown', () => (kept.pressedAt = performance.timeOrigin + performance.now()), true);
      else
        new MutationObserver(() => {
          const length = ground.textContent?.length ?? 0;
          kept.seen[length] ??= performance.timeOrigin + performance.now();
        }).observe(ground, { childList: true, characterData: true, subtree: true });
    },
    [editorIn, what],
  );
}
