/** What msal-browser and Entra report on the way to signing in, in words of ours. Pure: asks nobody and touches no page. */
import { AuthError, BrowserAuthError, BrowserAuthErrorCodes } from '@azure/msal-browser';
import type { WebStopReason } from './web-session.ts';

/** msal's or Entra's short name of an error. */
export const codeOf = (error: unknown): string => (error instanceof AuthError ? error.errorCode : 'unknown');

/** Entra could not be reached: a matter of the network, not of the person. */
export const isUnreachable = (error: unknown): boolean => {
  const { noNetworkConnectivity, postRequestFailed, getRequestFailed } = BrowserAuthErrorCodes;
  return [noNetworkConnectivity, postRequestFailed, getRequestFailed, 'network_error'].includes(codeOf(error));
};

/** Numbers by which Entra says that somebody has to allow the app first: consent, assignment, a rule of the organisation. */
const notAllowed = /AADSTS(65001|90094|90095|50105|530\d\d|50158)\b/;

/** What the person is told about an error on the way to Entra and back. Throws what is no error of signing in. */
export function reasonOf(error: unknown): WebStopReason {
  if (isUnreachable(error)) return 'no-connection';
  if (!(error instanceof AuthError)) throw error;
  if (notAllowed.test(error.errorMessage) || error.subError === 'consent_required') return 'not-allowed';
  const isOwnWish = error instanceof BrowserAuthError && error.errorCode === BrowserAuthErrorCodes.userCancelled;
  return isOwnWish || error.errorCode === 'access_denied' ? 'cancelled' : 'failed';
}
