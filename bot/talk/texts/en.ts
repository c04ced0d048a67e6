/** What the bot says of the person's next talk. Never anything that was written in it. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  title: 'Your talk',
  booked: (manager, when) => `You and ${manager} meet on ${when}.`,
  held: (manager, when) => `You and ${manager} had your talk on ${when}.`,
  noTime: (manager) => `Your talk with ${manager} has no time yet.`,
  next: {
    decide: 'Something about the time must be decided. You find it in Samtal.',
    'find-time': 'Your manager is looking for a time that suits you both.',
    move: 'The new time does not suit your manager. Choose another, or move the talk back.',
    prepare: 'A few questions are waiting for you. What you write is yours until you release it.',
    release: 'You have begun to answer. Release your preparation when you are happy with it.',
    join: 'It is time. Samtal is in the meeting’s side panel.',
    hold: 'The talk is under way. Samtal is in the meeting’s side panel.',
    sign: 'Read through what you arrived at, and sign.',
    wait: 'There is nothing you need to do right now.',
    'follow-up': 'Both of you have signed. What you agreed stays in Samtal.',
  },
  button: { prepare: 'Prepare', release: 'Continue', sign: 'Read and sign', open: 'Open Samtal' },
  none: {
    title: 'No talk coming up',
    employee: 'You have no talk booked right now. When HR starts a talk cycle you will hear from me here.',
    manager: 'You have no talk of your own coming up. The talks with your team are in Samtal, under My team.',
  },
};
