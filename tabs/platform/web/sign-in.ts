/**
 * Signs people in with Microsoft Entra where there is no host page: authorization code with PKCE, by redirect, which phones and strict browsers
 * allow as well. The only file that knows msal-browser, and loaded only there. Tokens live in memory; what is in sessionStorage on the way is
 * msal's own request (state, nonce, verifier) and the wanted place, and both are gone afterwards. Draws nothing.
 */
import {
  AuthError,
  BrowserAuthError,
  BrowserAuthErrorCodes,
  BrowserUtils,
  CacheLookupPolicy,
  PublicClientApplication,
  type AccountInfo,
  type Configuration,
  type SilentRequest,
} from '@azure/msal-browser';
import { signInPath, type SignIn } from '#api/platform/config/contract.ts';
import { Refused } from '../call/refused.ts';
import { canKeep, keepPlace, takePlace } from './wanted-place.ts';
import type { WebSession, WebStopReason } from './web-session.ts';

/** For signing in again in a small window: passwords and second factors take their time. */
const patienceMs = 10 * 60_000;

export type SignedIn = { path: string; token: () => Promise<string>; session: WebSession };
type Clients = {
  /** Holds the tokens. */ holder: PublicClientApplication;
  /** Leaves for Entra; see `open`. */ leaver: PublicClientApplication;
};

/**
 * Tells who is signed in, or leaves for Entra's page and never answers.
 * @param clear takes everything off the screen before the person is signed out
 */
export async function signIn(how: SignIn, clear: () => void): Promise<SignedIn | WebStopReason> {
  if (!canKeep(() => window.sessionStorage)) return 'no-storage';
  const isBack = window.location.pathname === signInPath;
  if (isBack && BrowserUtils.isInPopup()) {
    const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge');
    await broadcastResponseToMainFrame();
    return 'done';
  }
  const clients = await open(how);
  try {
    // Asked on every page: it also clears what a way that was not finished has left behind.
    const result = await clients.holder.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (result) return sessionOf(how, clients, result.account, clear);
    if (isBack) return signedOut();
    if (cameBack()) return 'cancelled';
    keepPlace(window.sessionStorage, window.location.pathname);
    return await leave(how, clients);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Entra adds a mark to the address on the way back. */
function signedOut(): WebStopReason {
  window.history.replaceState(null, '', signInPath);
  leaveNothing();
  return 'signed-out';
}

/** Signs in from a page that says why nobody is; the wanted place is the one before. */
export async function signInAnew(how: SignIn): Promise<WebStopReason> {
  try {
    if (window.location.pathname !== signInPath) keepPlace(window.sessionStorage, window.location.pathname);
    return await leave(how, await open(how));
  } catch (error) {
    return reasonOf(error);
  }
}

/** Whoever goes back from Entra's page wants to leave it: sending them there again would be a trap. */
function cameBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward';
}

/** By Entra's own rule an app that asks for itself must be named by its id. */
const scopesOf = ({ clientId }: SignIn): string[] => [`${clientId}/access_as_user`];

/** msal refuses to leave the page with a client that keeps tokens in memory, so another one leaves; that one never sees a token. */
async function open(how: SignIn): Promise<Clients> {
  const holder = new PublicClientApplication(configurationOf(how, 'memoryStorage'));
  const leaver = new PublicClientApplication(configurationOf(how, 'sessionStorage'));
  await Promise.all([holder.initialize(), leaver.initialize()]);
  return { holder, leaver };
}

function configurationOf({ clientId, tenant, authority, loginUrl }: SignIn, cacheLocation: string): Configuration {
  const redirectUri = `${window.location.origin}${signInPath}`;
  const at = (name: string): string => `${loginUrl}/${tenant}/oauth2/v2.0/${name}`;
  const metadata = {
    issuer: `${new URL(authority).origin}/{tenantid}/v2.0`,
    authorization_endpoint: at('authorize'),
    token_endpoint: at('token'),
    end_session_endpoint: at('logout'),
    jwks_uri: `${loginUrl}/${tenant}/discovery/v2.0/keys`,
  };
  return {
    auth: {
      clientId,
      // The name stays Entra's own on one machine too; only the addresses are others.
      authority,
      authorityMetadata: JSON.stringify(metadata),
      redirectUri,
      postLogoutRedirectUri: redirectUri,
    },
    cache: { cacheLocation },
    system: { popupBridgeTimeout: patienceMs },
  };
}

async function leave(how: SignIn, { leaver }: Clients, prompt?: 'select_account'): Promise<WebStopReason> {
  await leaver.acquireTokenRedirect({ scopes: scopesOf(how), ...(prompt ? { prompt } : {}) });
  // The page is being left; whoever waits for an answer waits with it.
  return new Promise(() => undefined);
}

function sessionOf(how: SignIn, clients: Clients, account: AccountInfo, clear: () => void): SignedIn {
  const { holder, leaver } = clients;
  const followers = new Set<() => void>();
  let hasEnded = false;
  const end = (ended: boolean): void => {
    hasEnded = ended;
    followers.forEach((changed) => changed());
  };
  const ask = async (cacheLookupPolicy: NonNullable<SilentRequest['cacheLookupPolicy']>): Promise<string> => {
    if (hasEnded) throw Refused.because('not-signed-in', 401);
    try {
      return (await holder.acquireTokenSilent({ scopes: scopesOf(how), account, cacheLookupPolicy })).accessToken;
    } catch (error) {
      if (isUnreachable(error)) throw Refused.because('not-connected', 0, codeOf(error));
      if (['temporarily_unavailable', 'server_error'].includes(codeOf(error)))
        throw Refused.because('microsoft-unavailable', 503, codeOf(error));
      // Whatever else it is, only the person can help: msal has tried what it can by itself.
      end(true);
      throw Refused.because('not-signed-in', 401, codeOf(error));
    }
  };
  const token = (): Promise<string> => ask(CacheLookupPolicy.AccessTokenAndRefreshToken);
  const forget = async (tellOthers: boolean): Promise<void> => {
    clear();
    leaveNothing();
    if (tellOthers) others.postMessage('signed-out');
    // A page that the browser has kept whole must not come back with what it showed.
    window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
    if (tellOthers) await leaver.logoutRedirect({ account });
    else window.location.replace(signInPath);
  };
  const others = new BroadcastChannel('samtal.signed-out');
  others.onmessage = () => void forget(false);
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
    async chooseAccount() {
      keepPlace(window.sessionStorage, window.location.pathname);
      await leave(how, clients, 'select_account');
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

/** Hints that were put away are no secret, but they tell who was here. By msal there is only its version. */
function leaveNothing(): void {
  for (const store of [window.localStorage, window.sessionStorage])
    for (const key of Object.keys(store)) if (/^(samtal|msal)\./.test(key)) store.removeItem(key);
}

const codeOf = (error: unknown): string => (error instanceof AuthError ? error.errorCode : 'unknown');

const isUnreachable = (error: unknown): boolean => {
  const { noNetworkConnectivity, postRequestFailed, getRequestFailed } = BrowserAuthErrorCodes;
  return [noNetworkConnectivity, postRequestFailed, getRequestFailed, 'network_error'].includes(codeOf(error));
};

/** Numbers by which Entra says that somebody has to allow the app first: consent, assignment, a rule of the organisation. */
const notAllowed = /AADSTS(65001|90094|90095|50105|530\d\d|50158)\b/;

function reasonOf(error: unknown): WebStopReason {
  if (isUnreachable(error)) return 'no-connection';
  if (!(error instanceof AuthError)) throw error;
  if (notAllowed.test(error.errorMessage) || error.subError === 'consent_required') return 'not-allowed';
  const isOwnWish = error instanceof BrowserAuthError && error.errorCode === BrowserAuthErrorCodes.userCancelled;
  return isOwnWish || error.errorCode === 'access_denied' ? 'cancelled' : 'failed';
}
