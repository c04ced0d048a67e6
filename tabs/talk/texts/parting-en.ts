/** English: that the employee has a new manager when the talk has begun already, and what the employee chooses. Loaded with the talk that it is about. */

export const partingTexts = {
  title: '{{to}} is your new manager. How should your talk go on?',
  lead: 'You and {{from}} have begun already. The choice is yours. Until {{day}} the two of you can go on as before.',
  finish: 'Finish with {{from}}',
  finishSay:
    'The two of you complete it and both sign, by {{day}}. What you have agreed goes to {{to}} when that time is over. {{to}} reads notes or preparations only if you let them.',
  over: 'Start over with {{to}}',
  overSay:
    'You get a new talk with {{to}}. Your preparation comes along as a draft, and {{to}} reads it only when you share it. The talk with {{from}} is closed: you read everything as before. {{to}} reads none of it, and {{from}} only their own private notes, for 30 days.',
  confirmTitle: 'Start over with {{to}}?',
  confirm: 'The talk with {{from}} is closed without signatures, and cannot be opened again. What you have written stays with you.',
  titleChosen: '{{to}} is your new manager',
  chosen: 'You have chosen to finish this talk with {{from}}. You both need to sign by {{day}}.',
  signed: 'You have signed. {{from}} can do so until {{day}}. Otherwise the talk is closed, and you can start over with {{to}}.',
  ended: 'The time to finish the talk with {{from}} is over',
  endedSay:
    'You did not both sign in time, so the talk is closed. You read everything as before. {{to}} reads none of it, and {{from}} only their own private notes, for 30 days.',
  againSay:
    'Now you can start over in a new talk with {{to}}. Your preparation comes along as a draft, and {{to}} reads it only when you share it.',
  read: 'Read the talk with {{from}}',
  startedOver: 'You have started over with {{to}}',
  startedOverSay: 'The talk with {{from}} is closed. You can read it here whenever you like. {{to}} cannot.',
  open: 'Go to the talk with {{to}}',
  manager:
    '{{employee}} has a new manager: {{to}}. The two of you can finish this talk and sign it until {{day}}. {{employee}} may also choose to start over with {{to}}. Then, or when that time is over, the talk is no longer yours: you can read your own private notes for 30 more days.',
  news: {
    employee:
      'You have started over with {{manager}}. Your preparation from the talk with {{from}} is here as a draft. Only you read it until you share it. Find a time, or let {{manager}} do so.',
    manager:
      '{{employee}} had begun this talk with {{from}}, and has chosen to start over with you. Nothing that was written there has come along to you.',
  },
};
