/** English texts about one's own data. The Swedish twin has the same keys. They come with that page. */

export const dataTexts = {
  title: 'My data',
  lead: 'What Samtal keeps about you, who can read it, for how long, and all of it as one file.',
  file: {
    title: 'Download everything',
    lead: 'What you have written, what others have shared with you, your agreements and goals, and your choices. If you are a manager, your talks with your people are in it too.',
    careful: 'The file is yours alone, and whoever gets hold of it can read it. Keep it where nobody else can get at it.',
    page: 'Download everything',
    pageHint: 'A page to read, which opens in the browser',
    json: 'Download as JSON',
    jsonHint: 'To take your data to another program',
    busy: 'Collecting your data …',
    soFar: '{{size}} kB so far',
    saved: '{{name}} is among your downloads. Nothing there? On a phone, Teams lets no file through. Then open Samtal in a browser.',
  },
  leaving: {
    title: 'To take with you when you leave',
    lead: 'Once you have left you can no longer sign in. With a link of your own you can still fetch what is yours, for 30 days from the day you have left.',
    careful:
      'It opens what is yours as an employee, and nothing that you have had as somebody’s manager. Whoever has the link can fetch all of it: keep it where only you can reach it, and not in your mail at work.',
    make: 'Make a link',
    makeAnew: 'Make a new link',
    takeBack: 'Remove the link',
    takenBack: 'The link is removed. It opens nothing.',
    once: 'Copy it now.',
    onceText: 'It is shown this once, and nobody can find it for you later. If you had one before, that one has ended.',
    label: 'Your link',
    copy: 'Copy',
    copied: 'Copied',
    since: 'You have a link since {{when}}. A new one ends it.',
    unused: 'Nobody has used it.',
    used_one: 'It has been used once, {{when}}.',
    used_other: 'It has been used {{count}} times, last {{when}}.',
  },
  left: {
    title: 'Your data in Samtal',
    lead: 'For you who have left and kept your link.',
    file: 'Download what is yours',
    fileLead:
      'What you have written, what was shared with you, agreements, goals and your choices, and who has opened your talks. Nothing that you had as somebody’s manager.',
    until: 'The link works until {{day}}, {{time}}. After that nothing can be fetched.',
    used_one: 'It has been used once, {{day}}, {{time}}.',
    used_other: 'It has been used {{count}} times, last {{day}}, {{time}}.',
    saved: '{{name}} is among your downloads.',
    closed: 'This link opens nothing',
    closedText:
      'A link works from the day you have left, for 30 days, as long as you have not made a newer one or removed it. Check that you have the whole link. If you still work here, sign in to Samtal as usual.',
    again: 'Open your link once more',
    againText: 'The page does not keep it, so that nobody finds it here after you. Open it from where you saved it.',
  },
  kept: {
    title: 'What Samtal keeps',
    who: 'Who reads it?',
    howLong: 'For how long?',
    notYet: 'So far Samtal does not remove it by itself.',
    longer: 'Also when the next talk is signed. Your organisation has decided so, and says why: “{{reason}}”',
  },
  subject: {
    talks: {
      title: 'The talks',
      what: 'When they were planned, moved, held and signed, with whom, in which room, and your comments, objections and changes.',
      who: 'You and the other person in the talk. HR sees that you have a talk, when, and how far the cycle has come, never what you say.',
    },
    preparation: {
      title: 'Preparations and agenda',
      what: 'Your answers before the talk, and the agenda for it.',
      who: 'The answers you alone, until you share them; then the other person in the talk, and a new manager if you let them. HR only if the template said so before the first answer was written. The agenda is read by you both.',
    },
    'private-notes': {
      title: 'Private notes',
      what: 'What you write for yourself about a talk. It is encrypted with a key of its own.',
      who: 'You alone. Nobody else in Samtal: not the other person, not HR, not a new manager. The law may still reach them: a person has the right to ask for what is written about them.',
    },
    'shared-notes': {
      title: 'Shared notes',
      what: 'What the two of you write together, and who wrote when.',
      who: 'The two of you, and a new manager if the employee lets them. HR only if the template said so before the first answer was written.',
    },
    agreements: {
      title: 'Agreements',
      what: 'What you have agreed, who does it, by when, and how it goes.',
      who: 'The two of you, and a new manager once the talk is signed. HR sees how many, and the text only if the template said so before the first answer was written.',
    },
    goals: {
      title: 'Goals',
      what: 'What you want to reach, why, by when, and how it goes.',
      who: 'You and the manager you have shared it with. If you mark the goal as the team’s or the organisation’s, your next manager and your manager’s manager read it too. HR sees how many, of at least five people.',
    },
    topics: {
      title: 'Topics and check-ins',
      what: 'What you have written down for next time, and what the two of you have answered in check-ins.',
      who: 'Topics you alone, until you share them; check-ins the two of you. Your manager reads them for as long as they are your manager.',
    },
    choices: {
      title: 'Your choices',
      what: 'When talks suit you, how you want to be reminded, and whether you have made a link for after you have left.',
      who: 'You alone. When a talk is given a time, hours that do not suit count as busy, and nobody sees why.',
    },
    reminders: {
      title: 'Reminders',
      what: 'What you were reminded of and how it reached you, and until when you are away as your mailbox says. Never anything out of a talk.',
      who: 'You alone. When a reminder reaches nobody, HR sees that, to be able to help.',
    },
    heard: {
      title: 'The two questions after a talk',
      what: 'Answers are counted and not kept. Only if you want your manager to know that you did not feel heard is that kept, until you take it back.',
      who: 'Nobody reads the answers. HR sees sums of at least five people, a manager those of their own group if there are at least six in it. What you want known is read by your manager.',
    },
    cycles: {
      title: 'Talk cycles',
      what: 'Who is in a cycle, and when their talks were planned.',
      who: 'HR.',
    },
    'access-log': {
      title: 'Who has opened what',
      what: 'Who opened what in a talk, when and how, never what it said. And what you have asked for and were not allowed to see.',
      who: 'The employee reads who opened their talk, but not who reads their own private notes. Everybody else reads what they opened themselves. Nobody can change or remove it.',
    },
    'access-request': {
      title: 'What the law opens',
      what: 'When a person has asked for what is written about them: who asked for it and approved it, when, of which talks, and for some days a copy in which managers’ private notes are masked.',
      who: 'Two access officers where you work, for 72 hours. You see that it was done, never why. Nobody can approve their own request, or one about their own talks.',
    },
    person: {
      title: 'You',
      what: 'Name, e-mail, title, department, office, manager, language and time zone, copied from the company’s directory, and how far Samtal has read your calendar. If you have been somebody’s manager, your name stays with what the two of you signed.',
      who: 'Name, title and department are read by those who have talks with you, and by HR.',
    },
  },
  ends: {
    'next-signed': 'Until you have both signed the next talk of its kind.',
    'two-years-held': 'At most 24 months after the talk, also if you never held or signed it.',
    settled:
      '24 months after you both signed. As long as an agreement from the talk is open, or one of you has private notes about it, the talk and what you signed stay.',
    'employee-left': 'Until 30 days after the employee has left the company. A talk belongs to its employee: then everything in it goes.',
    'person-left': 'Until 30 days after you have left the company.',
    'two-years': '24 months.',
    'handed-over': 'What a manager wrote for themselves: 30 days after the talk was handed over to somebody else.',
    'never-shared': 'Answers that were never shared: 30 days after the talk began.',
    'year-unchanged':
      '12 months after the talk, or after you last wrote in them. If the talk was never held or never finished: after the time it was planned for.',
    'taken-back': 'Until you take it back.',
    'ninety-days': '90 days after you told it.',
    'three-days': 'The copy: 72 hours. Then its keys are destroyed, and nobody can open it.',
  },
};
