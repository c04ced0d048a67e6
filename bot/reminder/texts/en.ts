/** The reminder of a preparation, as a card, and a card whose reminder is no longer true. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  title: 'Time to prepare',
  lead: (manager, when) => `Your talk with ${manager} is on ${when}.`,
  waiting: 'Your questions are waiting, and what you write is yours until you share it.',
  button: 'Prepare',
  over: {
    title: 'Nothing is waiting for you here',
    line: 'You can leave this card, it has done its work. Samtal shows what you have now.',
  },
};
