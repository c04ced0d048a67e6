/** English: why a talk has a new time that neither of the two chose, or a new manager. Loaded with the talk that has one. */

export const replanTexts = {
  news: 'HR planned the talks again. {{why}} Before: {{from}}. If the new time does not suit you, say so or choose another.',
  why: {
    window: 'The weeks of the talks have changed.',
    'day-off': 'A day without talks was added.',
    calendars: 'The old time no longer suits both calendars.',
    'makes-room': 'Another talk needed the old time.',
  },
  follows: {
    say: 'By itself {{manager}} reads agreements from earlier talks that both have signed, and goals that you have marked as the team’s or the organisation’s. Nothing else, unless you let them.',
    agreements: 'See the agreements',
    goals: 'See the goals',
    more: 'Choose what more they may read',
  },
  handedOver: {
    employee:
      '{{manager}} is your new manager, and the talk goes on with {{manager}}. What you have written is still yours alone: if you had shared it with {{from}}, share it again when you want {{manager}} to read it.',
    manager:
      'You have taken this talk over from {{from}}. What {{from}} wrote has not come along: you begin with a preparation of your own.',
  },
};
