/** English texts about a plan that has waited for its launch. Part of en.ts. */

export const outdatedTexts = {
  outdated: {
    looking: 'Looking whether all times still suit…',
    fits: 'All times still suit: looked at {{when}}.',
    heading: 'Something has changed since the times were found',
    soon_one: '{{count}} talk would come sooner than {{days}} from now, which is too little time to prepare.',
    soon_other: '{{count}} talks would come sooner than {{days}} from now, which is too little time to prepare.',
    past_one: 'The time of {{count}} talk has gone by.',
    past_other: 'The times of {{count}} talks have gone by.',
    taken_one: '{{count}} time does not suit the calendars any more.',
    taken_other: '{{count}} times do not suit the calendars any more.',
    changed_one: '{{count}} person is new, has left or has another manager now.',
    changed_other: '{{count}} people are new, have left or have another manager now.',
    kept_one: 'The other talk keeps its time.',
    kept_other: 'The other {{count}} talks keep their time.',
    kept_zero: 'No other talk has a time to keep.',
    anyway: 'You can launch all the same: a talk whose time is taken then waits for a time, and its manager is asked.',
    which_one: 'Which talk',
    which_other: 'Which {{count}} talks',
    because: { soon: 'too soon', past: 'its time has gone by', taken: 'the calendars have changed', changed: 'the people have changed' },
    more: '… and {{count}} more.',
    go_one: 'Find a new time for it',
    go_other: 'Find new times for these {{count}}',
    renewed_one: '{{count}} talk has a new time. {{stay}}',
    renewed_other: '{{count}} talks have a new time. {{stay}}',
  },
};
