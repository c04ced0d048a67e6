/** What the bot says to somebody who is new or wonders. */
import type { sv } from './sv.ts';

export const en: typeof sv = {
  welcome: {
    title: 'Hello, I am Samtal',
    what: 'I help you and your manager have good development talks: each of you prepares, you meet, agree and sign.',
    first: 'When a talk is booked you will hear from me here. Have a look inside Samtal to begin with.',
    admin: 'Nothing there? Then your organisation’s administrator has to set Samtal up.',
    button: 'Open Samtal',
  },
  help: {
    title: 'What you can write to me',
    talk: '“my talk”: when your next talk is, and what to do before it',
    help: '“help”: this list',
    rest: 'I understand no more than that here. Everything else is in Samtal, and what you write there I do not see.',
    button: 'Open Samtal',
  },
};
