/** What the tab must know before it can sign in. Nothing here is secret. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** How people sign in where no host page does it for them: Microsoft Entra, authorization code with PKCE, as a single-page application. */
export const signInSchema = z.object({
  clientId: z.string(),
  /** The one tenant that may sign in, or `organizations` when there are several; the server refuses all others. */
  tenant: z.string(),
  /** The tenant by Microsoft Entra's own name. */
  authority: z.string(),
  /** Where Entra is reached, without a slash at its end: elsewhere only when everything runs on one machine. */
  loginUrl: z.string(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** The one page that Entra leads back to, after signing in and after signing out. Registered as redirect address of a single-page application. */
export const signInPath = '/sign-in';

export const readTabConfig = endpoint({
  method: 'GET',
  path: '/api/config',
  may: 'anyone',
  about: null,
  answer: z.object({
    /** Extra origins of host pages that teams-js may accept, besides Microsoft's own list. */
    hostOrigins: z.array(z.string()),
    teamsAppId: z.string(),
    signIn: signInSchema,
  }),
});
