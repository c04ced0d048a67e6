/** What the bot says of an agreement: with whom, until when, how it goes. Never what was agreed. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  title: 'Agreement',
  lead: (other, when) => `You and ${other} agreed on something in your talk on ${when}.`,
  due: (day) => `It is due on ${day}.`,
  status: {
    'not-begun': 'Neither of you has said how it goes yet.',
    'under-way': 'You have said that it is under way.',
    kept: 'You have said that it is done.',
    changed: 'You have said that it has changed.',
    dropped: 'You have said that it no longer holds.',
  },
  several: 'Several agreements are due on that day. Say how each goes in Samtal.',
  keep: 'It is done',
  reopen: 'Not done yet',
  button: 'See what it is about',
  kept: 'Good! The agreement is now marked as kept in Samtal.',
  reopened: 'The agreement is open again.',
};
