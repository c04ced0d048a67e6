/** English: what a new manager reads of the talks that somebody else held, and what their employee adds to it. Loaded with that page. */

export const passingTexts = {
  title: 'What comes along from before',
  lead: '{{name}} is your manager now. Some things come along by themselves. The rest is your choice, talk by talk.',
  emptyTitle: 'Nobody has taken over your talks',
  emptyText: 'When a new manager takes over, this is where you see what they read from before, and choose what more they may read.',
  bySelf: 'Comes along by itself',
  agreements: 'Agreements that are signed',
  goals: 'Goals that {{name}} can read',
  ended_one: 'And {{count}} that has ended.',
  ended_other: 'And {{count}} that have ended.',
  none: 'Nothing. There are no signed agreements or shared goals from before.',
  with: 'With {{name}}',
  open: 'See the talk',
  items: { preparation: 'Your preparation', 'shared-notes': 'Your shared notes' },
  absent: { preparation: 'You did not share one for this talk.', 'shared-notes': 'There are none from this talk.' },
  ofBoth: 'What {{manager}} wrote in them is included.',
  cannot: '{{name}} cannot read this.',
  can: 'Open to {{name}} since {{day}}.',
  give: 'Let {{name}} read',
  take: 'Take back',
  gave: '{{name}} can read this from now on. You can take it back whenever you like.',
  took: '{{name}} can no longer read this. What has already been read cannot be unread.',
  never:
    'Private notes, drafts and what a manager prepared never come along. When you choose, neither {{name}} nor your former manager is told.',
};
