/** English texts of notifications, cards and mails: what, when, one action. */
import type { AccessKind, ClockKind, NewsKind } from '../../contract.ts';
import { access } from './access-en.ts';
import type { AfterKind, HrKind, Part, Texts } from './shape.ts';

const why = 'You get this because you have a talk booked in Samtal.';

const news = (other: string, when: string): Part<Exclude<NewsKind, HrKind | AccessKind>> => ({
  'talk-booked': {
    topic: 'Development talk',
    preview: `Your talk with ${other}: ${when}`,
    subject: `Your talk is booked for ${when}`,
    lead: `You and ${other} have a development talk on ${when}. A few questions are waiting for you, so that you both come prepared.`,
    action: 'Prepare',
    why,
  },
  'signature-waiting': {
    topic: 'Signature',
    preview: 'Your talk is waiting for your signature',
    subject: `Your talk with ${other} is waiting for your signature`,
    lead: `You have held your talk with ${other}. Read through what you arrived at, and sign.`,
    action: 'Read and sign',
    why,
  },
  'answer-waiting': {
    topic: 'Answer',
    preview: `${other} has written something about your talk and waits for you`,
    subject: `${other} is waiting for your answer about your talk`,
    lead: `${other} has written something about what you are to sign, or suggests a change. Read it and answer in Samtal.`,
    action: 'Read and answer',
    why,
  },
  'check-in-answered': {
    topic: 'Check-in',
    preview: `${other} has answered your check-in`,
    subject: `${other} has answered your check-in of ${when}`,
    lead: `${other} has answered your check-in of ${when}. In Samtal you see the answer, and can give your own in three taps.`,
    action: 'See the answer',
    why: 'You get this because the two of you chose that day.',
  },
  'talk-moved': {
    topic: 'New time',
    preview: `${other} has moved your talk to ${when}`,
    subject: `Your talk has moved to ${when}`,
    lead: `${other} has moved your development talk to ${when}. If that does not suit you, you can say so in Samtal, or choose another time there.`,
    action: 'See the new time',
    why,
  },
  'time-objected': {
    topic: 'The time does not suit',
    preview: `${when} does not suit ${other}`,
    subject: `${when} does not suit ${other}`,
    lead: `Your talk has moved to ${when}. That does not suit ${other}. Choose another time, or move it back.`,
    action: 'Choose another time',
    why,
  },
  'goal-proposed': {
    topic: 'Proposal',
    preview: `${other} proposes a goal to you`,
    subject: `${other} proposes a goal to you`,
    lead: `${other} proposes a goal to you. You decide whether it becomes yours: take it on as it is, change it, or decline.`,
    action: 'See the proposal',
    why: 'You get this because your manager has proposed a goal to you in Samtal.',
  },
  'move-refused': {
    topic: 'Your talk stays where it was',
    preview: `The new time was taken. Your talk with ${other} stays on ${when}`,
    subject: `Your talk stays on ${when}`,
    lead: `The time you chose for your talk with ${other} was taken before it could be booked. The talk stays on ${when}. You can choose another time.`,
    action: 'Choose another time',
    why,
  },
});

const clock = (other: string, when: string): Part<Exclude<ClockKind, AfterKind>> => ({
  'preparation-soon': {
    topic: 'Time to prepare',
    preview: 'Your talk is coming up. Your questions are waiting.',
    subject: 'Time to prepare for your talk',
    lead: 'Your development talk is coming up. Take a quiet moment with the questions already now. What you write is yours until you share it.',
    action: 'Start preparing',
    why,
  },
  'preparation-due': {
    topic: 'Preparation',
    preview: `Coming up: your talk with ${other} on ${when}`,
    subject: `Prepare for your talk on ${when}`,
    lead: `Your talk with ${other} is on ${when}. Your preparation has not been shared yet.`,
    action: 'Prepare',
    why,
  },
  'other-released': {
    topic: 'Before your talk',
    preview: `${other} is prepared for your talk on ${when}`,
    subject: `${other} is prepared for your talk on ${when}`,
    lead: `${other} has shared their preparation for your talk on ${when}. Yours has not been shared yet.`,
    action: 'Prepare',
    why,
  },
  'talk-tomorrow': {
    topic: 'Your talk is near',
    preview: `Coming up: your talk with ${other}, ${when}`,
    subject: `Coming up: talk on ${when}`,
    lead: `Your development talk with ${other} is on ${when}.`,
    action: 'See the talk',
    why,
  },
  'talk-now': {
    topic: 'Your talk begins soon',
    preview: `In a quarter of an hour: your talk with ${other}, ${when}`,
    subject: `Your talk begins soon, ${when}`,
    lead: `Your talk with ${other} begins on ${when}. Agenda and notes are in the side panel of the meeting.`,
    action: 'Go to the talk',
    why,
  },
  'needs-attention': {
    topic: 'The time of your talk',
    preview: `Your talk with ${other} needs a decision about its time`,
    subject: `Your talk with ${other} needs a decision about its time`,
    lead: `Something has happened to the time of your talk with ${other} in the calendar. Samtal cannot tell what should hold. You can.`,
    action: 'Decide what holds',
    why,
  },
});

/** What HR has changed. */
const byHr = (other: string, when: string): Part<HrKind> => ({
  'talk-replanned': {
    topic: 'New time',
    preview: `Your talk with ${other} has a new time: ${when}`,
    subject: `Your talk has a new time: ${when}`,
    lead: `HR has planned the talks again. Your talk with ${other} is now on ${when}. Samtal shows you why. If the time does not suit you, choose another there.`,
    action: 'See the new time',
    why,
  },
  'talk-handed-over': {
    topic: 'Hand-over',
    preview: `The talk with ${other} has been handed over`,
    subject: `The talk with ${other} has been handed over`,
    lead: `A development talk has passed to a new manager: the talk with ${other}. Nothing that was written for it has gone along.`,
    action: 'Open Samtal',
    why: 'You get this because the talk is or was yours.',
  },
  'talk-closed': {
    topic: 'The talk is closed',
    preview: `The talk you had begun with ${other} is closed`,
    subject: `The talk you had begun with ${other} is closed`,
    lead: `${other} has another manager now, so the talk that the two of you had begun is closed. Nothing of it has gone to the new manager. You can read your own notes for 30 more days.`,
    action: 'Open Samtal',
    why: 'You get this because the talk was yours.',
  },
  'talk-taken-over': {
    topic: 'You are the manager now',
    preview: `The talk with ${other} is now yours to hold`,
    subject: `The talk with ${other} is now yours to hold`,
    lead: `A development talk is now yours: you meet ${other} as their new manager. Nothing that was written before has come along to you. You begin with a preparation of your own.`,
    action: 'See the talk',
    why: 'You get this because you are the manager in the talk now.',
  },
  'choice-waiting': {
    topic: 'Your talk: you choose',
    preview: `${other} is your new manager. Choose how your talk goes on`,
    subject: 'Choose how your talk goes on',
    lead: `${other} is your new manager, and your talk had begun with the one before. You choose whether it goes on or you start over with ${other}. Samtal shows you what you can choose now, and who reads what.`,
    action: 'Choose',
    why,
  },
});

const afterTalk = (other: string, when: string): Part<AfterKind> => ({
  'signature-due': {
    topic: 'Signature',
    preview: `Your talk with ${other} is still waiting for your signature`,
    subject: `Your talk with ${other} is still waiting for your signature`,
    lead: `You and ${other} have held your talk. It is complete once you have read it through and signed.`,
    action: 'Read and sign',
    why,
  },
  'agreement-due': {
    topic: 'Agreement',
    preview: `Something you agreed with ${other} is due soon`,
    subject: `Something you agreed with ${other} is due soon`,
    lead: `You and ${other} agreed on something that is due within a week. Samtal shows you what.`,
    action: 'See the agreement',
    why: 'You get this because the two of you set a day for it in your talk.',
  },
  'check-in-due': {
    topic: 'Check-in',
    preview: `Your check-in with ${other}: ${when}`,
    subject: `Your check-in with ${other}: ${when}`,
    lead: `You and ${other} wanted to look at your agreements again on ${when}. Say how it goes in three taps. What you agreed on is in Samtal.`,
    action: 'Answer in Samtal',
    why: 'You get this because the two of you chose that day.',
  },
});

export const en: Texts = (other, when) => ({
  ...news(other, when),
  ...byHr(other, when),
  ...clock(other, when),
  ...afterTalk(other, when),
  ...access,
});
