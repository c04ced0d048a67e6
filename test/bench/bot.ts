/** How long the bot takes to answer: from what somebody writes or presses in Teams until the card is in the chat, with everything between on this machine. */
import { performance } from 'node:perf_hooks';
import { cardsOf } from '#test/given/cards.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal } from '#test/given/samtal.ts';
import { quantile, type Row } from './report.ts';

const rounds = 40;
const target = 'answer or typing sign within 2 s';

export async function measureBot(): Promise<Row[]> {
  const samtal = await givenSamtal();
  try {
    await givenLaunchedCycle(samtal);
    const [erik, maja] = [await cardsOf(samtal, 'erik'), await cardsOf(samtal, 'maja')];
    const commands: number[] = [];
    const presses: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const text of ['mitt samtal', 'förbered', 'hjälp']) commands.push(await time(() => erik.write(text)));
      commands.push(await time(() => maja.write('mitt team')));
      const talk = await erik.write('mitt samtal');
      presses.push(await time(() => erik.press(talk, 'Annan tid')));
    }
    return [
      { what: `Bot: answer to one of ${commands.length} messages, 99 of 100`, value: quantile(commands, 0.99), unit: 'ms', target },
      { what: `Bot: three other times, ${presses.length} presses, 99 of 100`, value: quantile(presses, 0.99), unit: 'ms', target },
    ];
  } finally {
    await samtal.stop();
  }
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
