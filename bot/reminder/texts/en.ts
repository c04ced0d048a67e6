/** The reminder of a preparation, as a card. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  title: 'Time to prepare',
  lead: (manager, when) => `Your talk with ${manager} is on ${when}.`,
  waiting: 'Your questions are waiting, and what you write is yours until you share it.',
  button: 'Prepare',
};
