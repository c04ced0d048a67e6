/**
 * What a signed-in browser can do: tokens, renewed in time; signing in again where renewing has come to its end; signing out. How somebody comes to be
 * signed in is in sign-in.ts.
 */
import {
  BrowserAuthErrorCodes,
  CacheLookupPolicy,
  type AccountInfo,
  type PublicClientApplication,
  type SilentRequest,
} from '@azure/msal-browser';
import { signInPath, type SignIn } from '#api/platform/config/contract.ts';
import { giveUpUnsaved } from '../autosave/unsaved.ts';
import { flushAll } from '../autosave/use-autosave.ts';
import { Refused } from '../call/refused.ts';
import { codeOf, isUnreachable } from './sign-in-reason.ts';
import { keepPlace, takePlace } from './wanted-place.ts';
import type { WebSession } from './web-session.ts';

export type SignedIn = { path: string; token: () => Promise<string>; session: WebSession };
export type Clients = {
  /** Holds the tokens. */ holder: PublicClientApplication;
  /** Leaves for Entra; see sign-in.ts. */ leaver: PublicClientApplication;
};

/** By Entra's own rule an app that asks for itself must be named by its id. */
const scopesOf = ({ clientId }: SignIn): string[] => [`${clientId}/access_as_user`];

/** Goes to Entra's page; whoever waits for an answer waits with the page. */
export async function leave(how: SignIn, { leaver }: Clients, prompt?: 'select_account'): Promise<never> {
  await leaver.acquireTokenRedirect({ scopes: scopesOf(how), ...(prompt ? { prompt } : {}) });
  return new Promise(() => undefined);
}

export function sessionOf(how: SignIn, clients: Clients, account: AccountInfo, clear: () => void): SignedIn {
  const { holder, leaver } = clients;
  const followers = new Set<() => void>();
  let hasEnded = false;
  const end = (ended: boolean): void => {
    hasEnded = ended;
    followers.forEach((changed) => changed());
  };
  const ask = async (cacheLookupPolicy: NonNullable<SilentRequest['cacheLookupPolicy']>): Promise<string> => {
    if (hasEnded) throw Refused.because('sign-in-ended', 401);
    try {
      return (await holder.acquireTokenSilent({ scopes: scopesOf(how), account, cacheLookupPolicy })).accessToken;
    } catch (error) {
      if (isUnreachable(error)) throw Refused.because('not-connected', 0, codeOf(error));
      if (['temporarily_unavailable', 'server_error'].includes(codeOf(error)))
        throw Refused.because('microsoft-unavailable', 503, codeOf(error));
      // Whatever else it is, only the person can help: msal has tried what it can by itself.
      end(true);
      throw Refused.because('sign-in-ended', 401, codeOf(error));
    }
  };
  const token = (): Promise<string> => ask(CacheLookupPolicy.AccessTokenAndRefreshToken);
  const forget = async (tellOthers: boolean): Promise<void> => {
    clear();
    leaveNothing();
    if (tellOthers) others.postMessage('signed-out');
    if (tellOthers) await leaver.logoutRedirect({ account });
    else await leaveToo();
  };
  const others = new BroadcastChannel('samtal.signed-out');
  others.onmessage = () => void forget(false);
  comeBackAnew();
  const session: WebSession = {
    name: account.name ?? account.username,
    hasEnded: () => hasEnded,
    follow(changed) {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    async renew() {
      try {
        const { account: now } = await holder.acquireTokenPopup({ scopes: scopesOf(how), account });
        // Somebody else must not go on with what is on this screen.
        if (now.homeAccountId !== account.homeAccountId) return 'failed';
        end(false);
        return 'renewed';
      } catch (error) {
        return [BrowserAuthErrorCodes.popupWindowError, BrowserAuthErrorCodes.emptyWindowError].includes(codeOf(error))
          ? 'blocked'
          : 'failed';
      }
    },
    async leaveToSignIn(as) {
      keepPlace(window.sessionStorage, window.location.pathname);
      await leave(how, clients, as === 'another' ? 'select_account' : undefined);
    },
    signOut: () => forget(true),
    async send(address, request) {
      const answer = await fetch(address, request);
      const headers = new Headers(request?.headers);
      if (answer.status !== 401 || !headers.has('Authorization') || hasEnded) return answer;
      const fresh = await ask(CacheLookupPolicy.RefreshToken);
      headers.set('Authorization', `Bearer ${fresh}`);
      return fetch(address, { ...request, headers });
    },
  };
  return { path: takePlace(window.sessionStorage), token, session };
}

/**
 * A page that the browser had kept whole does not come back with what it showed, not for a moment: nobody told it of a sign-out meanwhile. Text that is
 * not stored keeps a page from being kept (autosave/unsaved.ts).
 */
function comeBackAnew(): void {
  window.addEventListener('pagehide', ({ persisted }) => (document.body.hidden = persisted));
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
}

/** Another window has signed out: nothing is on this screen any more, so what was typed last is stored if it can be, and nobody is asked about it. */
async function leaveToo(): Promise<void> {
  await flushAll('');
  giveUpUnsaved();
  window.location.replace(signInPath);
}

/** Hints that were put away are no secret, but they tell who was here. By msal there is only its version. */
export function leaveNothing(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const store = storeIn(name);
    for (const key of Object.keys(store ?? {})) if (/^(samtal|msal)[.-]/.test(key)) store?.removeItem(key);
  }
}

/** Null where the browser lets nobody keep anything in it: then nothing of ours is there. */
function storeIn(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}
