import { describe, expect, it } from 'vitest';
import { staleAfter } from './changes.ts';

describe('word of a change', () => {
  it.each([
    ['app', ['company', 'chats', 'meeting']],
    ['chat', ['chats', 'messages', 'meeting']],
    ['feed', ['feed']],
  ])('%s makes old what shows it', (area, keys) => {
    expect(staleAfter(JSON.stringify({ area }))).toEqual(keys);
  });

  it.each(['{"area":"weather"}', '{"area":"toString"}', '{}', 'no JSON'])('that this page does not know makes nothing old: %s', (data) => {
    expect(staleAfter(data)).toEqual([]);
  });
});
