/**
 * Samtal's bot in Microsoft's own Agents Playground, used in a browser as a person would. SAMTAL_PLAYGROUND names the Playground's command; it is
 * licensed for trying out only and therefore no package of ours. Without it these tests are skipped, by name; without a browser, those that use one.
 */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCheckIn } from '#api/checkin/answer/answer-check-in.ts';
import { saveAnswer } from '#api/preparation/save-answer.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenBot, meetingChatOf, type GivenBot } from '#test/given/bot.ts';
import { startPlayground, type Playground, type Relayed } from '#test/given/playground.ts';
import { until } from '#test/given/until.ts';

const cli = process.env.SAMTAL_PLAYGROUND ?? '';

describe.skipIf(!cli)('in Microsoft’s Agents Playground', () => {
  const hasBrowser = findBrowser() !== undefined;
  let bot: GivenBot;
  let playground: Playground;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    bot = await givenBot();
    await bot.savePeople();
    playground = await startPlayground(cli, bot);
    if (!hasBrowser) return;
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(playground.url);
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await bot?.stop();
  });

  const says = async (text: string): Promise<void> => {
    const box = page.getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
  };
  const headings = (name: string) => page.getByRole('heading', { name, level: 2 });
  const relayedOf = (wanted: (one: Relayed) => boolean): Promise<Relayed> =>
    until(() => playground.relayed.find(wanted), { message: 'the Playground tells the bot', seen: () => playground.relayed });
  /** Lets the Playground send an activity of our own making; answers the status that the bot gave. */
  const send = async (change: object): Promise<number> => {
    const { activity } = await relayedOf((one) => one.activity.type === 'installationUpdate');
    const chat = (activity['conversation'] as { id: string }).id;
    const id = randomUUID();
    const body = JSON.stringify({ ...activity, ...change, id });
    const headers = { 'Content-Type': 'application/json' };
    const sent = await fetch(`${playground.url}/_internal/v1/customActivities?conversationId=${chat}`, { method: 'POST', headers, body });
    expect(sent.status).toBe(200);
    return (await relayedOf((one) => one.activity.id === id)).status;
  };

  it('the bot stands the empty message that the Playground looks for it with: 400, and it goes on', async () => {
    expect((await relayedOf(({ activity }) => activity.type === undefined)).status).toBe(400);
  });

  it.skipIf(!hasBrowser)('it welcomes once, though the Playground tells twice that the app is there', async () => {
    await headings('Hej, jag är Samtal').waitFor();
    for (const type of ['installationUpdate', 'conversationUpdate'])
      expect((await relayedOf(({ activity }) => activity.type === type)).status).toBe(200);
    expect(await headings('Hej, jag är Samtal').count()).toBe(1);
  });

  it.skipIf(!hasBrowser)('it answers “mitt samtal” with a card whose button leads into Samtal', async () => {
    await says('mitt samtal');
    await headings('Inget samtal på gång').waitFor();
    await page.getByText('Du har inget samtal inbokat just nu.').waitFor();
    const asked = page.context().waitForEvent('request', (request) => request.url().startsWith('https://teams.microsoft.com/l/entity/'));
    await page.getByRole('link', { name: 'Öppna Samtal' }).last().click();
    expect(new URL((await asked).url()).pathname).toContain(bot.teamsAppId);
  });

  it.skipIf(!hasBrowser)('it says what it can do when it is asked for something else', async () => {
    await says('Vad tycker du om min chef?');
    await headings('Det här kan du skriva till mig').waitFor();
    await page.getByText('Mer än så förstår jag inte här.').waitFor();
  });

  it.skipIf(!hasBrowser)('it refuses what is no activity with 400, leaves unanswered what it does not know, and goes on', async () => {
    expect(await send({ type: 'message', text: 'hjälp', attachments: 'none' })).toBe(400);
    expect(await send({ type: 'invoke', name: 'adaptiveCard/action', value: {} })).toBe(400);
    expect(await send({ type: 'event', name: 'application/vnd.microsoft.meetingStart', value: { Title: 'x' } })).toBe(200);
    await says('my talk');
    await headings('Inget samtal på gång').nth(1).waitFor();
    expect(await headings('Inget samtal på gång').count()).toBe(2);
    expect(await headings('Hej, jag är Samtal').count()).toBe(1);
  });

  it.skipIf(!hasBrowser)('a button does what it says, and the card becomes what is so now', async () => {
    const talkId = await bot.addTalk();
    const { id: personId, name } = bot.anna;
    const anna = { kind: 'person' as const, tenantId: bot.tenantId, personId, name, isHr: false, token: '' };
    await saveAnswer(bot.platform, anna, talkId, 'proud-of', 'Kanariefågel', 0);
    await says('förbered');
    await page.getByRole('button', { name: 'Dela min förberedelse' }).click();
    await page.getByText('Klart: du har delat din förberedelse.').waitFor();
    await page.getByRole('button', { name: 'Ta tillbaka min förberedelse' }).click();
    await page.getByText('Klart: bara du kan läsa din förberedelse nu').waitFor();
    expect(JSON.stringify(playground.relayed)).not.toContain('Kanariefågel');
  });

  it.skipIf(!hasBrowser)(
    'a check-in is answered in three taps, changed and taken back; a card that is out of date tells how it is now',
    async () => {
      const { platform, tenantId, anna, bo } = bot;
      const { talkId, day } = await bot.addCheckIn();
      const button = { title: 'Öppna', url: 'https://teams.microsoft.com/l/entity/x' };
      const card = {
        key: `check-in-due ${talkId}`,
        title: 'Dags för avstämning',
        line: 'I dag.',
        button,
        about: { talkId, checkIn: true as const },
      };
      expect(await platform.cards?.sendReminder({ tenantId, personId: anna.id }, card)).toBe(true);
      const tap = (name: string) => page.getByRole('button', { name }).last().click();
      for (const name of ['En bit på väg', 'Ja, några ord', 'Om 4 veckor']) await tap(name);
      await page.getByText(`Tack! ${bo.name} kan se ditt svar.`).waitFor();
      await tap('Ändra mitt svar');
      await page.getByText('1 av 3').waitFor();
      // Bo answers in Samtal meanwhile.
      const boss = { kind: 'person' as const, tenantId, personId: bo.id, name: bo.name, isHr: false, token: '' };
      const said = { how: 'on-track', need: 'nothing', weeks: 8, text: 'Kanariefågel' } as const;
      expect((await answerCheckIn(platform, boss, { talkId, day }, said, 1)).ok).toBe(true);
      await tap('Har kört fast');
      await page.getByText('Något har ändrats sedan kortet kom.').waitFor();
      await tap('Ändra mitt svar');
      for (const name of ['Har kört fast', 'Nej, inget just nu', 'Nej, ingen mer']) await tap(name);
      await page.getByText('Tack! Ditt svar är ändrat.').waitFor();
      await tap('Ta tillbaka mitt svar');
      await page.getByText('Du har tagit tillbaka ditt svar.').waitFor();
      expect(JSON.stringify(playground.relayed)).not.toContain('Kanariefågel');
    },
  );

  it.skipIf(!hasBrowser)('when a talk’s meeting is over, what to do now is in the person’s own chat', async () => {
    const talkId = await bot.addTalk({ startedAt: bot.now, startedBy: bot.bo.id });
    const over = { type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: {}, conversation: { id: meetingChatOf(talkId) } };
    expect(await send(over)).toBe(200);
    await page.getByText('Mötet är slut.').waitFor();
  });
});
