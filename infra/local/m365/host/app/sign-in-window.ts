/** The window in which a person signs in elsewhere for an app (authentication.authenticate): opens it, answers the app's page in it, hears how it ends. */
import { answerRequest } from '../teams-js/answer.ts';
import type { HostSide, SignInEnd, SignInQuestion } from '../teams-js/host-side.ts';
import { readRequest, replyTo } from '../teams-js/message.ts';
import { isValidDomain } from '../teams-js/valid-domain.ts';

const lookEveryMs = 300;
/** What an app hears that wants to show a page which its manifest does not let in. */
export const foreignAddress = 'The address is not among the valid domains of the app.';

/**
 * Resolves with what the page in the window says, or as Teams does when the person closes it.
 * @param domains the manifest's: only pages from there may begin it or say how it ended; in between it may lead anywhere
 */
export function signInWindow({ url, width, height }: SignInQuestion, side: HostSide, domains: string[]): Promise<SignInEnd> {
  if (!isValidDomain(url, domains)) return Promise.resolve({ error: foreignAddress });
  const opened = window.open(url, '_blank', `popup,width=${width},height=${height}`);
  if (!opened) return Promise.resolve({ error: 'FailedToOpenWindow' });
  return new Promise((resolve) => {
    const end = (how: SignInEnd): void => {
      clearInterval(looking);
      window.removeEventListener('message', onMessage);
      resolve(how);
    };
    const within: HostSide = { ...side, facts: { ...side.facts, frame: 'authentication' }, started: () => undefined, signedIn: end };
    const onMessage = (event: MessageEvent<unknown>): void => {
      const request = readRequest(event.data);
      if (event.source !== opened || !isValidDomain(event.origin, domains) || !request) return;
      void answerRequest(request, within).then((args) => {
        if (args) opened.postMessage(replyTo(request, args), event.origin);
      });
    };
    window.addEventListener('message', onMessage);
    const looking = setInterval(() => {
      if (opened.closed) end({ error: 'CancelledByUser' });
    }, lookEveryMs);
  });
}
