/** English texts of how talks felt and of which may be worth a second look; they come with the pages that speak them. The Swedish twin has the same keys. */

export const insightTexts = {
  title: 'Did you feel heard?',
  lead: 'Two questions, if you want to. Nobody sees your answers: they are counted with those of at least four others, and shown when the quarter is over.',
  heard: 'Did you feel heard in the talk?',
  next: 'Do you know what happens next?',
  reply: { yes: 'Yes', partly: 'Partly', no: 'No' },
  both: 'Choose an answer here first.',
  send: 'Send my answers',
  thanks: 'Thank you. Your answers have been counted.',
  tell: 'I did not feel heard, and I want {{name}} to know',
  tellHint: 'Only {{name}} sees this. Nobody sees it unless you tick it, and you can take it back.',
  told: '{{name}} can see it now.',
  figures: {
    title: 'Felt heard',
    lead: 'What employees and managers answered after their talks. Groups are five people or more.',
    none: 'There is nothing to show yet. Figures come when a quarter is over and at least five people have answered.',
    quarter: 'Quarter {{nth}}, {{year}}',
    employee: 'Employees, several departments',
    manager: 'Managers',
    people_one: '{{count}} person',
    people_other: '{{count}} people',
    heard: 'Felt heard: {{yes}} yes, {{partly}} partly, {{no}} no',
    next: 'Know what happens next: {{yes}} yes, {{partly}} partly, {{no}} no',
    team: 'How your team’s talks felt',
    teamLead: 'What your group answered after their talks, when at least six of them did.',
  },
  weak: {
    title: 'Worth a second look',
    lead: 'Only you see this. It says nothing about how good the talk was.',
    'not-heard':
      '{{name}} did not feel heard, and wants you to know. Ask what was missing, and mostly listen. Half an hour soon does more than a long talk later.',
    'no-agreements':
      'Nothing was agreed. If there was something you both meant to do, suggest it now, with a date: one small thing is enough.',
    short: 'The talk was less than half as long as planned. Ask {{name}} what there was no time for, and take it up again soon.',
    unsigned: 'Two weeks have passed without both signatures. Ask {{name}} in person whether something in the text does not feel right.',
  },
  counts: {
    title: 'Talks worth a second look',
    lead: 'Their managers have got a hint. Shown from five talks, in steps of five.',
    'no-agreements': 'without agreements',
    short: 'less than half as long as planned',
    unsigned: 'not signed by both after two weeks',
    'not-heard': 'told to the manager',
    atLeast: '{{count}} or more',
    few: 'few or none',
  },
};
