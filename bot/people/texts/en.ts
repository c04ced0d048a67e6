/** What the bot says to somebody who is new or wonders, and when a card cannot be used. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  welcome: {
    title: 'Hello, I am Samtal',
    what: 'I help you and your manager have good development talks: each of you prepares, you meet, agree and sign.',
    look: 'When a talk is booked you will hear from me here. Have a look inside Samtal to begin with.',
    admin: 'Is it empty there? Then your administrator has to set Samtal up first.',
    button: 'Open Samtal',
  },
  help: {
    title: 'What you can write to me',
    talk: '“my talk”: when your next talk is, and what to do before it',
    prepare: '“prepare”: the preparation that is waiting for you',
    team: '“my team”: the talks with those who report to you, if you are a manager',
    help: '“help”: this list',
    rest: 'I understand no more than that here. Everything else is in Samtal, and what you write there I do not see.',
    button: 'Open Samtal',
  },
  notNoted: {
    title: 'I cannot show that right now',
    line: 'Whatever I show is first written into the talk’s access log, and that did not work. Nothing is lost. Write to me again in a moment.',
  },
  action: {
    notNoted:
      'What I show is first written into the talk’s access log, and that did not work. Nothing is lost, and what you pressed may be done: look again in a moment.',
    old: 'This card is too old. Write “my talk” to me and you get a new one.',
    elsewhere: 'You do this in your own chat with me.',
    unavailable: 'Microsoft 365 does not answer right now. Nothing has changed. Try again in a moment.',
  },
};
