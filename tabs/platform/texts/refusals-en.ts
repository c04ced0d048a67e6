/** English: one text for every refusal that a server answers with, which it cannot do before the first page is there. A missing one does not compile. */
import type { TabReason } from '../call/refused.ts';
import type { faultTexts } from './en.ts';

export const refusalTexts: Record<Exclude<TabReason, keyof typeof faultTexts>, { title: string; text: string }> = {
  'wrong-input': { title: 'Something is filled in wrongly', text: 'Nothing was changed. Look at the marked field and try again.' },
  'too-large': { title: 'That is too much at once', text: 'It was not saved, and it is still here. Make it shorter and try again.' },
  stale: {
    title: 'It was changed somewhere else meanwhile',
    text: 'What you wrote is still here. Look at the newest version, then save again.',
  },
  'not-noted': {
    title: 'This cannot be shown now',
    text: 'Nothing was changed, and nothing is lost. Samtal first notes who opens a talk, and could not. Try again in a while.',
  },
  'version-missing': { title: 'This page is out of date', text: 'Nothing was changed. Load the page again and repeat what you did.' },
  'exported-often': {
    title: 'That is enough for this hour',
    text: 'You have been given {{limit}} files within an hour. They are all alike: use the last one, or try again in an hour.',
  },
  'link-opens-nothing': {
    title: 'This link opens nothing',
    text: 'A link works from the day you have left, for 30 days, as long as you have not made a newer one or removed it. Check that you have the whole link.',
  },
  'officer-too-near': {
    title: 'Somebody else must do this',
    text: 'You, or your manager, are part of this person’s talks. Nothing was asked for. Turn to another access officer where you work.',
  },
  'request-waits-already': {
    title: 'A request about this person is waiting',
    text: 'Nothing new was asked for. You find it in the list: another officer can approve it.',
  },
  'needs-another-officer': {
    title: 'Another officer must approve it',
    text: 'You asked for this yourself. Nothing was opened. It waits for one of the other access officers.',
  },
  'request-answered': {
    title: 'This request has been decided',
    text: 'It was approved or declined meanwhile, or nobody answered in time. Nothing was changed now.',
  },
  'requested-often': {
    title: 'That is enough for today',
    text: 'You have made {{limit}} requests within a day. Nothing more was asked for. Go on tomorrow, or let another officer ask.',
  },
  'bundle-closed': {
    title: 'It is closed again',
    text: 'It was open for 72 hours, and what it held is erased. If it is still needed, make a new request.',
  },
  'bundle-not-ready': { title: 'It is still being put together', text: 'Nothing is wrong. It takes some seconds; try again soon.' },
  'window-in-past': { title: 'These days have passed', text: 'Choose a period that ends later than today.' },
  'window-too-short': {
    title: 'The period is too short',
    text: 'The days for preparation use up the whole period. Choose a later last day, or fewer days for preparation.',
  },
  'window-too-near': {
    title: 'The last day is too near',
    text: 'New times begin after the next working day, so that everybody can see theirs first. Choose a later last day.',
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
  'plan-outdated': {
    title: 'Some talks would come too soon',
    text: 'The plan has waited, and not everybody would have the days to prepare. Nothing was launched. Find new times for those first.',
  },
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
  'not-handed-over': {
    title: 'Nobody has taken this talk over',
    text: 'Nothing was shared. It is between you and the manager you had it with.',
  },
  'nothing-to-pass-on': {
    title: 'There is nothing to read',
    text: 'You shared no preparation, or no notes were written. Nothing was changed.',
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
  'another-manager': {
    title: 'Somebody else is your manager now',
    text: 'Nothing was shared. See whose name stands here now, and share it if you still want to.',
  },
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
