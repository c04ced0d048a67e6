/** The token with which Samtal calls Microsoft Graph as itself in one tenant: kept by msal-node until shortly before its end. Knows nothing of calls. */
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Timer } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { MicrosoftUnavailable } from './failures.ts';
import { signIn } from './sign-in.ts';

const scope = 'https://graph.microsoft.com/.default';

/**
 * Answers the kept token, or when it should be `fresh` one that Entra has just given, for a call whose token was refused. Each call says so for itself:
 * many are refused together as a token ends, and a mark that they shared would be used up by whichever comes first. What is kept by then may have
 * ended as well. Throws MicrosoftUnavailable when Entra gives none.
 */
export type AppToken = (fresh: boolean) => Promise<string>;

export function createAppToken(config: Config, tenantId: string, clock: Timer): AppToken {
  const app = new ConfidentialClientApplication({
    auth: { clientId: config.clientId, clientSecret: config.clientSecret, authority: `https://login.microsoftonline.com/${tenantId}` },
  });
  return async (fresh) => {
    const asked = signIn(clock, () => app.acquireTokenByClientCredential({ scopes: [scope], skipCache: fresh }));
    const answer = await asked.catch((error: unknown) => {
      throw new MicrosoftUnavailable(`Sign-in of the app failed: ${error instanceof Error ? error.message : 'unknown'}`, false);
    });
    if (!answer) throw new MicrosoftUnavailable('Sign-in of the app gave no token', false);
    return answer.accessToken;
  };
}
