import { expect, it } from 'vitest';
import { escaped, markupOf } from './markup.ts';

it.each([
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  [`"'&`, '&quot;&#39;&amp;'],
  ['a\u202eb\ud800', 'ab\ufffd'],
])('%j is escaped', (text, expected) => expect(escaped(text)).toBe(expected));

it('Blocks keep their headings, lists, boxes and marks, and what somebody wrote never becomes markup', () => {
  const inner = { kind: 'paragraph' as const, runs: [{ text: '<b>inget</b>', bold: true as const }] };
  const list = { kind: 'list' as const, ordered: false, items: [{ ticked: true, blocks: [inner] }] };
  const link = { kind: 'paragraph' as const, runs: [{ text: 'rad\nrad', italic: true as const, href: 'https://samtal.example/?a="b"' }] };
  expect(markupOf([{ kind: 'heading', rank: 2, runs: [{ text: 'A' }] }, list, { kind: 'quote', blocks: [link] }], 5)).toBe(
    '<h5 dir="auto">A</h5><ul><li><span aria-hidden="true">☑</span> <p dir="auto"><strong>&lt;b&gt;inget&lt;/b&gt;</strong></p></li></ul>' +
      '<blockquote><p dir="auto"><a href="https://samtal.example/?a=&quot;b&quot;" rel="noreferrer"><em>rad<br>rad</em></a></p></blockquote>',
  );
});
