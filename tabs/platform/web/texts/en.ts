/** English texts of Samtal in a plain browser: signing in and out, and what may come in between. */
export const webTexts = {
  signIn: 'Sign in',
  again: 'Sign in again',
  tryAgain: 'Try again',
  signOut: 'Sign out',
  wouldLose: 'Something you wrote is not saved, and would be lost.',
  stay: 'Stay signed in',
  signOutAnyway: 'Sign out anyway',
  ended: 'Your sign-in has ended. What you wrote is still here and is saved when you have signed in again as {{name}}.',
  blocked: 'The browser did not let the window open. Allow pop-ups for this page and press once more.',
  failed: 'That did not work. Press once more, and choose {{name}}.',
  endedEarly: {
    title: 'Your sign-in has ended',
    text: 'It ended just before this page was shown. Sign in again as {{name}}, and you come straight back to it.',
    action: 'Sign in again',
  },
  unknown: {
    title: 'Samtal does not know this account',
    text: 'You are signed in as {{name}}. Choose the account you have at work. If it is that one, ask your HR or IT support to let you in. If it worked yesterday, check that date and time are right on this device.',
    action: 'Use another account',
  },
  stop: {
    'signed-out': { title: 'You are signed out', text: 'Nothing of yours is left in this browser. You may close this page.' },
    cancelled: {
      title: 'You did not sign in',
      text: 'Samtal shows nothing until it knows who you are. Sign in with your account at work.',
    },
    'not-allowed': {
      title: 'Your organisation has not allowed this yet',
      text: 'Somebody has to allow signing in to Samtal in a browser. Tell your IT support, or open Samtal in Teams.',
    },
    'no-storage': {
      title: 'The browser keeps nothing for this page',
      text: 'Samtal has to remember for a moment where you were while you sign in. Allow cookies and site data for this page, then try again.',
    },
    'no-connection': { title: 'The sign-in cannot be reached', text: 'Check your connection and try again. Nothing of yours is lost.' },
    failed: {
      title: 'You could not be signed in',
      text: 'The way back from Microsoft was not finished, or it took too long. Try again. If it goes on, check that date and time are right on this device.',
    },
    done: { title: 'You are signed in', text: 'You may close this window and go on where you were.' },
  },
};
