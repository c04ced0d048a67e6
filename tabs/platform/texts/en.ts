/** English texts of the frame around all pages, and of what may go wrong on each of them, also without a connection. Every other refusal: refusals-en.ts. */
import type { TabReason } from '../call/refused.ts';

export const appTexts = {
  name: 'Samtal',
  tabs: { label: 'Parts of Samtal', myTalk: 'My talk', team: 'My team', hr: 'HR', accessRequests: 'Access requests' },
  loading: 'Loading',
  back: 'Back',
  tryAgain: 'Try again',
  details: 'Details',
  cancel: 'Cancel',
  saved: {
    saving: 'Saving…',
    saved: 'Saved',
    notConnected: 'Not connected. What you write is kept here and saved when you are back.',
    problem: 'Not saved yet',
  },
  whoSees: { button: 'Who can see this: {{who}}', title: 'Who can see this' },
  step: { label: 'Steps', done: 'done', now: 'you are here', later: 'later' },
  notFound: {
    title: 'We cannot find this page',
    text: 'The link may be old, or what it points to belongs to somebody else. Nothing is wrong with what you have written.',
    action: 'Go to the start',
  },
  outside: {
    title: 'Samtal lives in Teams',
    text: 'Open it from the apps in Microsoft Teams, Outlook or Microsoft 365. There it knows who you are without a password.',
    action: 'Try again',
  },
  crashed: { title: 'This page stopped working', text: 'What was saved is safe. Load the page again to go on.', action: 'Load again' },
  offline: 'Not connected. What you write is kept here and saved when you are back.',
  leftUnsaved: 'Something you wrote is not saved yet. It is kept here and sent as soon as it can be. Leave this window open until then.',
  characters: '{{done}} of {{of}} characters',
  undo: 'Undo',
  twoTexts: {
    title: 'There is another version of this text',
    text: 'It was changed in another window while you were writing here. Choose the one to keep.',
    mine: 'What you wrote here',
    other: 'What is saved now',
    keepMine: 'Keep mine',
    takeOther: 'Take the other',
    keepBoth: 'Put both together',
    empty: '(empty)',
  },
  welcome: {
    title: 'Welcome to Samtal',
    employee: 'Here you prepare your talk in peace and quiet, and find what you agreed. You decide when your manager may read it.',
    manager: 'Under My team you see every talk you hold and what is next. Your private notes are read by you alone.',
    hr: 'Under HR you plan a whole cycle of talks against everyone’s real calendar. You see how far it has come, never what is said.',
    action: 'Got it',
  },
  when: {
    range: '{{day}}, {{from}}–{{to}}',
    rangeNear: '{{day}}, {{from}}–{{to}}, {{near}}',
    at: '{{day}} at {{time}}',
    dayNear: '{{day}}, {{near}}',
  },
};

export const faultTexts = {
  'not-connected': {
    title: 'Not connected',
    text: 'Samtal cannot be reached right now. What you wrote is still here. Check your connection and try again.',
  },
  'not-loaded': {
    title: 'This page could not be loaded',
    text: 'What you wrote is kept. Check your connection and try again. If it still does not work, Samtal may have been updated: close it and open it again.',
  },
  'not-signed-in': {
    title: 'We do not know who you are',
    text: 'Your sign-in has ended or was not accepted. Nothing is lost. Close Samtal and open it again in Teams.',
  },
  'sign-in-ended': { title: 'Your sign-in has ended', text: 'What you wrote is still here. Sign in again at the top of this page.' },
  'not-found': {
    title: 'This cannot be found',
    text: 'It may have been removed, or it belongs to somebody else. Go back and choose again.',
  },
  'too-many-requests': { title: 'A little too fast', text: 'Nothing is lost. Wait a minute and try again.' },
  'microsoft-unavailable': { title: 'Microsoft 365 does not answer', text: 'Nothing is lost. Try again in a few minutes.' },
  unexpected: {
    title: 'Something went wrong on our side',
    text: 'What you wrote is still here. Try again; if it comes back, show the details to your IT support.',
  },
} satisfies Partial<Record<TabReason, { title: string; text: string }>>;
