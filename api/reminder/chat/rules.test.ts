/** Which message is the card: by what Teams has told, in any order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterTold, type KnownCard, type Told } from './rules.ts';

const known = (change: Partial<KnownCard> = {}): KnownCard => ({ tries: 3, messageId: null, copies: [], ...change });
const shown = (messageId: string): Told => ({ messageId, isPress: false });
const pressed = (messageId: string): Told => ({ messageId, isPress: true });

it.each<[string, KnownCard, Told, ReturnType<typeof afterTold>]>([
  ['the first that is shown is the card', known(), shown('a'), { messageId: 'a', copies: [], gone: null }],
  ['shown again it stays the card', known({ messageId: 'a' }), shown('a'), { messageId: 'a', copies: [], gone: null }],
  ['another that is shown goes', known({ messageId: 'a' }), shown('b'), { messageId: 'a', copies: ['b'], gone: 'b' }],
  [
    'another that is pressed stays, and the card goes',
    known({ messageId: 'a' }),
    pressed('b'),
    { messageId: 'b', copies: ['a'], gone: 'a' },
  ],
  ['a copy goes again', known({ messageId: 'a', copies: ['b'] }), shown('b'), { messageId: 'a', copies: ['b'], gone: 'b' }],
  [
    'a copy stays one when it is pressed',
    known({ messageId: 'a', copies: ['b'] }),
    pressed('b'),
    { messageId: 'a', copies: ['b'], gone: 'b' },
  ],
  ['what was sent once has no copy', known({ tries: 1, messageId: 'a' }), shown('x'), { messageId: 'a', copies: [], gone: null }],
])('%s', (_what, before, told, after) => {
  expect(afterTold(before, told)).toEqual(after);
});

it('in whatever order they are shown and pressed: one is left, and was never called a copy', () => {
  const messages = ['a', 'b', 'c', 'd'];
  const told = fc.record({ messageId: fc.constantFrom(...messages), isPress: fc.boolean() });
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 20 }), (all) => {
      const gone = new Set<string>();
      let card = known({ tries: messages.length });
      // Afterwards everybody looks.
      for (const one of [...all, ...messages.map(shown)]) {
        const { gone: leaves, ...after } = afterTold(card, one);
        if (leaves !== null) gone.add(leaves);
        card = { ...card, ...after };
        expect(gone).not.toContain(card.messageId);
      }
      expect(gone.size).toBe(messages.length - 1);
    }),
  );
});
