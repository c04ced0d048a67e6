/** What the bot says of a check-in: the day, three questions and the choices there are. Never anything that somebody wrote. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  title: 'Check-in',
  lead: (other, when) => `You and ${other} wanted to look at your agreements again on ${when}.`,
  none: 'There is no check-in to answer right now.',
  next: (when) => `Next check-in: ${when}.`,
  noNext: 'No further check-in is set.',
  notSigned: 'The talk is not signed yet. Read it through and sign, then you can answer here.',
  closed: 'This check-in is over. What was said is in Samtal.',
  askHow: '1 of 3: How is it going with what you agreed?',
  askNeed: (other) => `2 of 3: Do you need anything from ${other}?`,
  askNext: '3 of 3: Another check-in?',
  how: { 'on-track': 'On track', partly: 'Partly there', stuck: 'Stuck' },
  need: { nothing: 'No, not right now', word: 'Yes, a word', talk: 'Yes, a talk' },
  weeks: (count) => `In ${count} weeks`,
  noMore: 'No, no more',
  saidHow: (how) => `How it goes: ${how}.`,
  saidNeed: (other, need) => `Anything needed from ${other}? ${need}.`,
  theirs: (name, how, need) => `${name} has answered: ${how}. Anything needed from you? ${need}.`,
  thanks: (other) => `Thank you! ${other} can see your answer.`,
  thanksChanged: 'Thank you! Your answer is changed.',
  withdrawn: (other) => `You have taken your answer back. ${other} no longer sees it.`,
  change: 'Change my answer',
  withdraw: 'Take my answer back',
  again: 'Start over',
  button: 'Open in Samtal',
};
