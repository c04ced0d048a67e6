/** English texts of notifications about access requests: that it was asked for or opened. By whom, about whom and why is never in them. */
import type { AccessPart } from './shape.ts';

export const access: AccessPart = {
  'access-asked': {
    topic: 'Access request',
    preview: 'Someone has asked for what is written about you in Samtal',
    subject: 'Someone has asked for what is written about you in Samtal',
    lead: 'Someone where you work has asked for what is written about you in Samtal, as the law allows. Another person has to approve it before anything is opened. Who has asked, and when, is under My data.',
    action: 'See who has asked',
    why: 'You get this because whoever it is about is always told.',
  },
  'access-opened': {
    topic: 'Access request',
    preview: 'What is written about you in Samtal has been opened',
    subject: 'What is written about you in Samtal has been opened',
    lead: 'For three days, two access officers where you work can read what is written about you in Samtal. Who they are, which talks it is about and until when is under My data.',
    action: 'See what was opened',
    why: 'You get this because whoever it is about is always told.',
  },
  'talk-opened': {
    topic: 'Access request',
    preview: 'A talk that you hold or held has been opened',
    subject: 'A talk that you hold or held has been opened',
    lead: 'For three days, two access officers where you work can read what is written about somebody whose talk is or was yours. What you noted for yourself is in it, with the names of others taken out. Which talk, who they are and until when is under My data.',
    action: 'See which talk',
    why: 'You get this because whoever may have noted something there is always told.',
  },
};
