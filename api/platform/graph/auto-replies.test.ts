/** What is made of answers that Graph's description does not promise; infra/local/m365/graph/product-calls.test.ts has those that it does. */
import { expect, it } from 'vitest';
import { readAutoReplies } from './auto-replies.ts';
import type { SendGraph } from './http.ts';

it('leaves out whose answer failed or cannot be read, and reads the others', async () => {
  const replies = (automaticRepliesSetting: unknown) => ({ status: 200, body: { automaticRepliesSetting } });
  const answers: Record<string, object> = {
    away: replies({ status: 'alwaysEnabled', scheduledStartDateTime: null }),
    odd: replies({ status: 'onTheMoon' }),
    empty: { status: 200 },
    silent: replies(null),
    failed: { status: 429, body: {} },
  };
  const send = (() => Promise.resolve({ responses: Object.entries(answers).map(([id, answer]) => ({ id, ...answer })) })) as SendGraph;
  expect(await readAutoReplies(send, 'tenant', Object.keys(answers))).toEqual(
    new Map([['away', { status: 'alwaysEnabled', from: null, until: null }]]),
  );
});
