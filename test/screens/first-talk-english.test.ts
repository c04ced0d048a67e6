/** The first talk in English, in light: see first-talk.ts. */
import { tellFirstTalk } from './first-talk.ts';

tellFirstTalk({ language: 'en', theme: 'default' });
