/** The first talk in Swedish, in dark: see first-talk.ts. */
import { tellFirstTalk } from './first-talk.ts';

tellFirstTalk({ language: 'sv', theme: 'dark' });
