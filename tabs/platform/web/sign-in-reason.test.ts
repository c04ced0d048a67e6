/** What may go wrong on the way to Entra and back, as msal-browser reports it, and what the person is told. */
import { AuthError, BrowserAuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { reasonOf } from './sign-in-reason.ts';

const fromEntra = (code: string, says: string): AuthError => new AuthError(code, '', says);

describe('why nobody is signed in', () => {
  it.each([
    ['cancelled', fromEntra('access_denied', 'AADSTS65004: User declined to consent to access the app.')],
    ['cancelled', new BrowserAuthError('user_cancelled', '')],
    ['not-allowed', fromEntra('access_denied', 'AADSTS50105: The signed in user is not assigned to a role for the application.')],
    ['not-allowed', fromEntra('invalid_grant', 'AADSTS65001: The user or administrator has not consented.')],
    ['not-allowed', fromEntra('access_denied', 'AADSTS53003: Access has been blocked by Conditional Access policies.')],
    ['not-allowed', new InteractionRequiredAuthError('consent_required', '', 'AADSTS90094: Admin consent is required.')],
    ['no-connection', new BrowserAuthError('post_request_failed', '')],
    ['no-connection', new BrowserAuthError('no_network_connectivity', '')],
    ['failed', new BrowserAuthError('state_interaction_type_mismatch', '')],
    ['failed', fromEntra('invalid_grant', 'AADSTS70008: The provided authorization code has expired.')],
  ] as const)('%s', (why, error) => expect(reasonOf(error)).toBe(why));

  it('is no answer to a fault of our own', () => {
    expect(() => reasonOf(new TypeError('ours'))).toThrow('ours');
  });
});
