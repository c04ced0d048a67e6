/** English texts about access requests, for officers and for those whom they are about. The Swedish twin has the same keys. */

export const accessTexts = {
  title: 'Access requests',
  lead: 'When a person wants to know what is written about them (GDPR, Article 15). You ask, another officer approves, and the two of you can download it for 72 hours. The person and their managers are told.',
  ask: {
    title: 'New request',
    who: 'Who is it about?',
    whoHint: 'Type at least two letters of the name.',
    found: 'People found',
    nobody: 'Nobody with that name works here.',
    chosen: 'About {{name}}',
    other: 'Somebody else',
    reason: 'Why?',
    reasonHint:
      'For the officer who approves it, 20 to 2000 characters. It is encrypted, and erased when the request has ended. The person and their managers never see it.',
    send: 'Ask another officer',
    sent: 'Your request is waiting for another officer.',
  },
  list: { title: 'Requests', none: 'There are none yet.', reason: 'Why' },
  status: {
    waiting: 'waits for another officer until {{until}}',
    declined: 'declined',
    takenBack: 'taken back',
    lapsed: 'nobody answered in 14 days',
    preparing: 'approved, being put together',
    open: 'open until {{until}}',
    closed: 'closed again {{until}}',
  },
  asked: 'Asked for by {{name}}, {{when}}.',
  approved: 'Approved by {{name}}, {{when}}.',
  gone: 'somebody who has left',
  approve: 'Approve',
  decline: 'Decline',
  takeBack: 'Take back',
  confirm: 'Open what is written about {{name}}?',
  confirmText:
    'Also what managers have noted privately, with the names of others taken out. You and the one who asked can download it for 72 hours. {{name}} and the managers see that you approved it.',
  confirmDo: 'Approve and open',
  careful:
    'Read it through before you hand it over: who is meant without being named is for you to judge. Each download is in the access log.',
  saved: '{{name}} is among your downloads.',
  told: {
    title: 'Access requests about you and your talks',
    lead: 'Access officers where you work have asked for what is written about somebody. Names of others are taken out of private notes before they read them.',
    me: 'Request for what is written about you',
    'my-notes': 'Request concerning talks with {{name}}, and what you have noted in them',
    talks: 'Talks: {{talks}}.',
    talk: '{{cycle}} ({{day}})',
    opened_one: 'Downloaded {{count}} time, last {{when}}.',
    opened_other: 'Downloaded {{count}} times, last {{when}}.',
    unopened: 'Nobody has downloaded it.',
  },
};
