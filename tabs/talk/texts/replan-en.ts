/** English: why a talk has a new time that neither of the two chose. Loaded with the talk that has one. */

export const replanTexts = {
  news: 'HR planned the talks again. {{why}} Before: {{from}}. If the new time does not suit you, say so or choose another.',
  why: {
    window: 'The weeks of the talks have changed.',
    'day-off': 'A day without talks was added.',
    calendars: 'The old time no longer suits both calendars.',
    'makes-room': 'Another talk needed the old time.',
  },
};
