/** What the tab must know before it can sign in. Nothing here is secret. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

export const readTabConfig = endpoint({
  method: 'GET',
  path: '/api/config',
  may: 'anyone',
  about: null,
  answer: z.object({
    /** Extra origins of host pages that teams-js may accept, besides Microsoft's own list. */
    hostOrigins: z.array(z.string()),
    teamsAppId: z.string(),
  }),
});
