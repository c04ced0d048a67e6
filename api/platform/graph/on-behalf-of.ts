/**
 * Delegated calls on behalf of the signed-in person, through teamsfx's credential. The only file that knows teamsfx, loaded when first used
 * (it takes half a second), so that it can be dropped in an hour: its maker has deprecated it.
 */
import { systemClock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { MicrosoftUnavailable } from './failures.ts';
import { sendWithToken } from './http.ts';
import type { MailboxSettings } from './people.ts';
import { signIn } from './sign-in.ts';

/** The person's own mailbox settings; needs delegated MailboxSettings.Read. */
export async function readMyMailboxSettings(config: Config, tenantId: string, ssoToken: string): Promise<MailboxSettings> {
  const token = await delegatedToken(config, tenantId, ssoToken, ['https://graph.microsoft.com/MailboxSettings.Read']);
  const answer = await sendWithToken<{ timeZone?: string; language?: { locale?: string } }>(token, { path: '/me/mailboxSettings' });
  return { timeZone: answer.timeZone ?? null, locale: answer.language?.locale ?? null };
}

async function delegatedToken(config: Config, tenantId: string, ssoToken: string, scopes: string[]): Promise<string> {
  const { OnBehalfOfUserCredential } = await import('@microsoft/teamsfx');
  const credential = new OnBehalfOfUserCredential(ssoToken, {
    authorityHost: 'https://login.microsoftonline.com',
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    tenantId,
  });
  try {
    const answer = await signIn(systemClock, () => credential.getToken(scopes));
    if (answer) return answer.token;
  } catch (error) {
    throw new MicrosoftUnavailable(`On-behalf-of sign-in failed: ${error instanceof Error ? error.name : 'unknown'}`, false);
  }
  throw new MicrosoftUnavailable('On-behalf-of sign-in gave no token', false);
}
