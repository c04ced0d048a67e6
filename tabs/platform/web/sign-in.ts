/**
 * Signs people in with Microsoft Entra where there is no host page: authorization code with PKCE, by redirect, which phones and strict browsers
 * allow as well. Only this file and those beside it named sign-in know msal-browser, and they are loaded only there. Tokens live in memory; what is in
 * sessionStorage on the way is msal's own request (state, nonce, verifier) and the wanted place, and both are gone afterwards. Draws nothing.
 */
import { BrowserUtils, PublicClientApplication, type Configuration } from '@azure/msal-browser';
import { signInPath, type SignIn } from '#api/platform/config/contract.ts';
import { leave, leaveNothing, sessionOf, type Clients, type SignedIn } from './sign-in-session.ts';
import { reasonOf } from './sign-in-reason.ts';
import { canKeep, keepPlace } from './wanted-place.ts';
import type { WebStopReason } from './web-session.ts';

/** For signing in again in a small window: passwords and second factors take their time. */
const patienceMs = 10 * 60_000;

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
