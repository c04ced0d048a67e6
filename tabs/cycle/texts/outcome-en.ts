/** English texts of what fits, what does not and why, and what would help. Part of en.ts. */

export const outcomeTexts = {
  estimate: {
    reading: 'Counting what fits…',
    again: 'Counting again…',
    tooMuch_one: '{{count}} manager has too much',
    tooMuch_other: '{{count}} managers have too much',
    figures_one: '{{count}} talk and {{times}} possible times.',
    figures_other: '{{count}} talks and {{times}} possible times.',
    meet_one: '{{count}} talk finds no time that suits both.',
    meet_other: '{{count}} talks find no time that suits both.',
    helpsFor: 'What helps {{name}}',
    then_one: '{{count}} time',
    then_other: '{{count}} times',
    later_one: 'Leave {{count}} person for a second round',
    later_other: 'Leave {{count}} people for a second round',
    more_one: 'And {{count}} more manager. They appear when these are solved.',
    more_other: 'And {{count}} more managers. They appear when these are solved.',
  },
  change: {
    'longer-window': 'Last day {{day}}',
    'shorter-talk_one': '{{count}} minute per talk',
    'shorter-talk_other': '{{count}} minutes per talk',
    'more-per-day_one': '{{count}} talk per day',
    'more-per-day_other': '{{count}} talks per day',
    'without-buffer': 'No free time around talks',
    'without-room': 'Without a room',
    'without-extra': 'Without the person in every talk',
    'other-person': '{{name}} holds it',
  },
  notice: {
    title: 'Worth knowing',
    lead: 'None of this stops the plan.',
    more_one: '{{names}} and {{count}} more',
    more_other: '{{names}} and {{count}} more',
    'holds-no-talk': {
      what_one: 'Leads people, but holds no talk in this cycle',
      what_other: 'Lead people, but hold no talk in this cycle',
      helps: 'If that is not what you meant, choose their departments too.',
    },
    'circular-line': {
      what_one: 'Each other’s manager in the directory',
      what_other: 'Each other’s managers in the directory',
      helps: 'Their talks are planned all the same. Correct the managers in Microsoft Entra, then find times again.',
    },
    'two-cycles': {
      what_one: 'Also has a talk in “{{cycle}}” in the same weeks',
      what_other: 'Also have a talk in “{{cycle}}” in the same weeks',
      helps: 'They would have two talks. Leave them out here, or move one of the two cycles.',
    },
  },
  reason: {
    figures_one: '{{manager}} has {{count}} talk and {{times}} possible times.',
    figures_other: '{{manager}} has {{count}} talks and {{times}} possible times.',
    'own-manager': {
      why: 'Is their own manager in the directory.',
      helps: 'Correct the manager in Microsoft Entra, then find times again.',
    },
    'manager-left': {
      why: 'The manager has left, or the account is closed.',
      helps: 'Choose a new manager in Microsoft Entra, then find times again.',
    },
    'manager-has-no-mailbox': {
      why: '{{manager}} has no mailbox.',
      helps: 'Let somebody else hold the talk, or ask your IT support for a mailbox.',
    },
    'employee-has-no-mailbox': { why: 'Has no mailbox.', helps: 'Let the two agree on a time themselves.' },
    'partner-has-no-calendar': {
      why: 'The calendar of the person in every talk cannot be read.',
      helps: 'Choose somebody else, or nobody.',
    },
    'partner-away': { why: 'The person in every talk is away the whole period.', helps: 'Choose somebody else, or nobody.' },
    'employee-full': {
      why: 'Has talks of their own team at the times that are left.',
      helps: 'A longer period, or more talks per day.',
    },
    'partner-full': {
      why: 'The person in every talk is in others at the times that are left.',
      helps: 'A longer period, or nobody in every talk.',
    },
    'no-manager': { why: 'Has no manager in the directory.', helps: 'Add a manager in Microsoft Entra, then find times again.' },
    'manager-has-no-calendar': { why: '{{manager}} has no calendar that can be read.', helps: 'Check the mailbox with your IT support.' },
    'employee-has-no-calendar': { why: 'Has no calendar that can be read.', helps: 'Let the two agree on a time themselves.' },
    'manager-away': { why: '{{manager}} is away the whole period.', helps: 'Choose a later last day.' },
    'employee-away': { why: 'Is away the whole period.', helps: 'Take the talk after the return.' },
    'no-common-hours': { why: 'Their working hours do not meet.', helps: 'A shorter talk, or a time they choose themselves.' },
    'no-common-time': {
      why: 'They are never free at the same time.',
      helps: 'A longer period, a shorter talk or less free time around it.',
    },
    'manager-full': { why: '{{manager}} already has as many talks as the rules allow.', helps: 'A longer period, or more talks per day.' },
  },
};
