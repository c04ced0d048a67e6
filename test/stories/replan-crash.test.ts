/**
 * Samtal dies while it carries out re-plans, and begins again on the same store: every event is moved, made or cancelled once, and everybody told once;
 * what HR has left out stays as it is, and nobody hears of it.
 * At a few random steps here; `npm run bench -- again` dies at every step, before and after.
 */
import { expect, it } from 'vitest';
import { dieAgain } from '#test/bench/kill-again.ts';

it('moves every event once and tells everybody once, whatever step it dies at', { timeout: 120_000 }, async () => {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  const { deaths, missing, wrong } = await dieAgain({ byChance: 2 }, seed);
  expect({ seed, missing, wrong, isDeadOnce: deaths > 0 }).toEqual({ seed, missing: [], wrong: [], isDeadOnce: true });
});
