/** What the bot says of a preparation: that it is waiting, released or taken back. Never what is in it. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  none: {
    title: 'Nothing to prepare',
    line: 'No preparation is waiting for you right now.',
    button: 'Open Samtal',
  },
  released: {
    'on-release': (other) => `Done: you have shared your preparation. ${other} can read it now.`,
    'both-released': (other) => `Done: you have shared your preparation. ${other} can read it when both of you have shared.`,
    'talk-start': (other) => `Done: you have shared your preparation. ${other} can read it when the talk begins.`,
  },
  releasedByManager: 'Done: you have shared your preparation.',
  withdrawn: 'Done: only you can read your preparation now, and you can go on writing.',
  refused: {
    'nothing-to-release': 'You have not answered anything yet, so there is nothing to share.',
    'already-released': 'You have shared your preparation already.',
    'not-released': 'You have taken your preparation back already.',
    'preparation-closed': 'The talk has begun, so the preparation cannot be changed any more.',
  },
};
