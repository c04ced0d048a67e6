/** English texts of the frame around all pages, and one text for every refusal. A missing refusal does not compile. */
import type { TabReason } from '../call/refused.ts';

export const appTexts = {
  name: 'Samtal',
  tabs: { label: 'Parts of Samtal', myTalk: 'My talk', team: 'My team', hr: 'HR' },
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

export const refusalTexts: Record<TabReason, { title: string; text: string }> = {
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
  'not-found': {
    title: 'This cannot be found',
    text: 'It may have been removed, or it belongs to somebody else. Go back and choose again.',
  },
  'wrong-input': { title: 'Something is filled in wrongly', text: 'Nothing was changed. Look at the marked field and try again.' },
  'too-large': { title: 'That is too much at once', text: 'It was not saved, and it is still here. Make it shorter and try again.' },
  stale: {
    title: 'It was changed somewhere else meanwhile',
    text: 'What you wrote is still here. Look at the newest version, then save again.',
  },
  'version-missing': { title: 'This page is out of date', text: 'Nothing was changed. Load the page again and repeat what you did.' },
  'too-many-requests': { title: 'A little too fast', text: 'Nothing is lost. Wait a minute and try again.' },
  'exported-often': {
    title: 'That is enough for this hour',
    text: 'You have been given {{limit}} files within an hour. They are all alike: use the last one, or try again in an hour.',
  },
  'microsoft-unavailable': { title: 'Microsoft 365 does not answer', text: 'Nothing is lost. Try again in a few minutes.' },
  unexpected: {
    title: 'Something went wrong on our side',
    text: 'What you wrote is still here. Try again; if it comes back, show the details to your IT support.',
  },
  'window-in-past': { title: 'These days have passed', text: 'Choose a period that ends later than today.' },
  'window-too-short': {
    title: 'The period is too short',
    text: 'The days for preparation use up the whole period. Choose a later last day, or fewer days for preparation.',
  },
  'nobody-chosen': {
    title: 'Nobody to plan for',
    text: 'The departments you chose have nobody with a manager. Choose others, or everyone.',
  },
  'template-unknown': { title: 'This template no longer exists', text: 'Choose another template. The rest of your plan is kept.' },
  'partner-unknown': {
    title: 'This person cannot be in every talk',
    text: 'They have left, or have no mailbox. Choose somebody else, or nobody. The rest of your plan is kept.',
  },
  'hours-order': { title: 'These hours end before they begin', text: 'Nothing was changed. Correct the marked hours and save again.' },
  'days-order': { title: 'These days end before they begin', text: 'Nothing was changed. Correct the marked days and save again.' },
  'directory-not-ready': {
    title: 'Samtal is still reading who works here',
    text: 'Nothing is lost. It takes a few minutes the first time; try again soon.',
  },
  'already-launched': { title: 'This round has been launched', text: 'It can no longer be changed. Go back to see how far it has come.' },
  'not-launching': { title: 'Nothing is being booked', text: 'Load the page again to see how it stands. Nothing was changed.' },
  'not-planned': { title: 'There are no times yet', text: 'Let Samtal find times first, then launch.' },
  'talk-has-no-time': { title: 'This talk has no time yet', text: 'Nothing is lost. Agree on a time first.' },
  'talk-not-started': { title: 'The talk has not started', text: 'Start the talk first. What you prepared is safe.' },
  'talk-already-started': { title: 'The talk is already under way', text: 'Load the page again to join in. What you prepared is safe.' },
  'talk-not-held': { title: 'The talk is not finished', text: 'It can be signed when the manager has finished it. Nothing is lost.' },
  'talk-already-held': { title: 'The talk is finished', text: 'Load the page again to see what comes next. Nothing is lost.' },
  'already-signed': { title: 'You have already signed', text: 'There is nothing more to do here.' },
  'content-changed': {
    title: 'The content has changed since you read it',
    text: 'You have not signed anything. Read the summary again, then sign.',
  },
  'answer-too-long': {
    title: 'The answer is too long',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'question-unknown': {
    title: 'This question is not part of your talk',
    text: 'Load the page again to see the right questions. Earlier answers are saved.',
  },
  'preparation-closed': {
    title: 'The talk has started',
    text: 'The preparation can no longer be changed. What you wrote is still here: take it up in the talk.',
  },
  'already-released': { title: 'Your preparation is already shared', text: 'Take it back first if you want to change it.' },
  'not-released': { title: 'Your preparation is not shared', text: 'There is nothing to take back. You can go on writing.' },
  'nothing-to-release': { title: 'Nothing to share yet', text: 'Answer at least one question first.' },
  'point-too-long': {
    title: 'A point is too long',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'agenda-closed': { title: 'The talk has started', text: 'The agenda can no longer be changed. It is there as it was saved last.' },
  'notes-too-long': {
    title: 'The notes are full',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'notes-closed': {
    title: 'The notes are closed',
    text: 'Shared notes can be written from the start of the talk until the first signature. What is saved stays readable.',
  },
  'agreement-too-long': {
    title: 'The agreement is too long',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'agreements-closed': {
    title: 'Agreements are closed',
    text: 'They can be changed from the start of the talk until the first signature. What is saved stays.',
  },
  'topic-too-long': {
    title: 'That is a lot for one topic',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'topic-taken-up': { title: 'This has been taken up', text: 'It stays as it was said. Write down something new instead.' },
  'topic-shared': { title: 'This is already shared', text: 'You can both read it. There is nothing more to do.' },
  'check-in-closed': {
    title: 'This check-in is closed',
    text: 'It is not time for it, a newer one has taken its place, or there is a new manager. What you wrote is still here.',
  },
  'check-in-text-too-long': { title: 'The text is too long', text: 'At most {{limit}} characters. What you wrote is still here.' },
  'nobody-to-meet': {
    title: 'There is nobody to share it with yet',
    text: 'The directory names no manager for you. Keep it for yourself; you can share it later.',
  },
  'talk-has-a-time': { title: 'The talk already has a time', text: 'Load the page again to see it. Nothing was booked twice.' },
  'talk-being-booked': { title: 'The time is being put into your calendars', text: 'Wait a moment and try again. Nothing was changed.' },
  'nothing-to-object-to': { title: 'The time has changed since', text: 'Load the page again to see where the talk is now.' },
  'nothing-to-confirm': { title: 'This talk is no longer to be booked by hand', text: 'Load the page again to see its time.' },
  'nothing-to-decide': { title: 'This is already settled', text: 'The calendar says something else by now. Here is how it stands.' },
  'choice-over': { title: 'There is nothing left to choose', text: 'Something has happened to the talk since. Here is how it stands.' },
  'room-unknown': { title: 'No room found', text: 'There is no room that Samtal may read under that address. Check the spelling.' },
  'no-room-free': { title: 'No room is free then', text: 'Nothing has changed. Keep the time without a room, or choose another one.' },
  'time-taken': { title: 'That time is no longer free', text: 'Nothing was booked. Choose one of the other times.' },
  'being-signed': {
    title: 'Somebody is signing at this moment',
    text: 'What you wrote is still here. Save it again in a few seconds, and you will see whether it was in time.',
  },
  'statement-too-long': {
    title: 'The text is too long',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'not-signed-yet': {
    title: 'Nobody has signed yet',
    text: 'Until the first signature you can change notes and agreements directly. Nothing was lost.',
  },
  'amendment-waiting': {
    title: 'A change is already waiting for an answer',
    text: 'Answer that one first, or take it back. What you wrote is still here.',
  },
  'nothing-to-answer': { title: 'This has been answered already', text: 'Here is how it stands now. Nothing was changed.' },
  'nothing-changed': { title: 'That is what is agreed already', text: 'Change the text, the owner or the day, then send it.' },
  'record-full': {
    title: 'No more can be added here',
    text: 'There is room for {{limit}} entries. Take up the rest in your next talk; what you wrote is still here.',
  },
  'progress-note-too-long': {
    title: 'The note is too long',
    text: 'At most {{limit}} characters can be saved. All of it is still here: make it shorter.',
  },
  'too-many-steps': {
    title: 'This agreement has changed very often',
    text: 'There is room for {{limit}} changes. Make a new agreement in your next talk. What you wrote is still here.',
  },
};
