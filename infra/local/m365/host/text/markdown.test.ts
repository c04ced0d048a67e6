import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from './markdown.ts';

describe('markdownToHtml', () => {
  it.each([
    ['Hello **you**, _now_', '<p>Hello <strong>you</strong>, <em>now</em></p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['- a\n- b\n1. c', '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>'],
    ['snake_case_name', '<p>snake_case_name</p>'],
    [
      '[here](https://x.example/?a=1&b=2)',
      '<p><a href="https://x.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">here</a></p>',
    ],
    ['[no](javascript:alert(1))', '<p>no)</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ])('%j', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('lets no tag or attribute of a sender through', () => {
    const part = fc.constantFrom(
      '<script>',
      '"',
      "'",
      '>',
      '<a ',
      'onclick=',
      '[x](',
      'https://x.example/',
      ')',
      '**',
      '_',
      'a',
      ' ',
      '\n',
      'javascript:',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const known = /<\/?(p|ul|ol|li|strong|em|a)>|<a href="(https?|mailto|tel):[^"<>]*" target="_blank" rel="noopener noreferrer">/g;
        expect(markdownToHtml(parts.join('')).replace(known, '')).not.toMatch(/[<>"]/);
      }),
    );
  });
});
