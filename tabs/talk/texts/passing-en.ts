/** English: what a new manager reads of the talks that somebody else held, and what their employee adds to it. Loaded with that page. */

export const passingTexts = {
  title: 'What comes along from before',
  lead: '{{name}} is your manager now. Some things come along by themselves. About everything else you decide, talk by talk.',
  emptyTitle: 'No earlier talks with another manager',
  emptyText: 'If you get a new manager one day, this is where you see what they read from before, and choose what more they may read.',
  bySelf: 'Comes along by itself',
  agreements: 'Agreements that are signed',
  goals: 'Goals that {{name}} can read',
  ended_one: 'And {{count}} that has come to its end.',
  ended_other: 'And {{count}} that have come to their end.',
  none: 'Nothing. There are no signed agreements or shared goals from before.',
  with: 'With {{name}}',
  open: 'See the talk',
  items: { preparation: 'Your preparation', 'shared-notes': 'Your shared notes' },
  absent: { preparation: 'You shared none in this talk.', 'shared-notes': 'None were written in this talk.' },
  ofBoth: 'What {{manager}} wrote in them is included.',
  cannot: '{{name}} cannot read it.',
  can: '{{name}} can read it since {{day}}.',
  give: 'Let {{name}} read',
  take: 'Take back',
  gave: '{{name}} can read it from now on. You can take it back whenever you like.',
  took: '{{name}} cannot read it any more. What has been read already cannot be unread.',
  never:
    'Private notes, drafts and what a manager prepared never come along. {{name}} is told nothing when you choose, and neither is the manager of before.',
};
