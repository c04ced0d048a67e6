import { describe, expect, it } from 'vitest';
import { parseFilter } from './filter.ts';

const item = {
  name: "O'Hara",
  size: 7,
  open: true,
  none: null,
  start: { dateTime: '2026-12-07T09:00:00.0000000' },
  tags: [
    { id: 'a', value: '1' },
    { id: 'b', value: '2' },
  ],
};

describe('a filter', () => {
  it.each([
    ["name eq 'o''hara'", true],
    ["name ne 'x' and size gt 6", true],
    ['size lt 7 or size ge 7', true],
    ['not (size eq 7)', false],
    ["open eq false or (startswith(name,'O') and contains(name, 'har'))", true],
    ["endswith(name,'x')", false],
    ['none eq null', true],
    ['none gt 3', false],
    ['size in (1, 7)', true],
    ["start/dateTime ge '2026-12-07T09:00'", true],
    ["start/dateTime lt '2026-12-07T09:00:00Z'", false],
    ["tags/any(t: t/id eq 'a' and t/value eq '2')", false],
    ["tags/any(t: t/id eq 'b' and t/value eq '2')", true],
    ["Tags/Any(T: T/id eq 'b') and SIZE eq 7", true],
  ])('%s is %s', (text, expected) => {
    expect(parseFilter(text, null)(item)).toBe(expected);
  });

  it.each(['name', 'name eq', "name eq 'x", 'name like 3', '(size eq 7', 'size eq 7 size', 'tags/any(t t/id eq 1)', 'size in ()'])(
    '%s is refused',
    (text) => {
      expect(() => parseFilter(text, null)).toThrow();
    },
  );

  it('takes the properties it is told of and no others', () => {
    expect(parseFilter('SIZE eq 7', ['size'])(item)).toBe(true);
    expect(() => parseFilter('open eq true', ['size'])).toThrow(/property named 'open'/);
  });
});
