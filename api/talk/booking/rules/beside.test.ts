/** Chosen times go into an address and come out of it as they were, and nothing else comes out of it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBeside, writeBeside } from './beside.ts';

it('Times come back as they were written, the newest hundred of them', () => {
  const instants = fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  const spans = fc.array(
    instants.map((start) => ({ start: start.toISOString(), end: new Date(start.getTime() + 3_600_000).toISOString() })),
    { maxLength: 130 },
  );
  fc.assert(
    fc.property(spans, (written) => {
      const read = readBeside(writeBeside(written)).map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() }));
      expect(read).toEqual(written.slice(-100));
      expect(writeBeside(written)).toMatch(/^[\dTZ:.,/-]*$/);
      expect(writeBeside(written).length).toBeLessThanOrEqual(6_400);
    }),
  );
});

it.each(['', ',', '2027-99-01T00:00:00Z/2027-99-01T01:00:00Z', '2027-03-01T10:00:00Z', '2027-03-01T10:00:00Z/2027-03-01T09:00:00Z', '1/'])(
  'What is no time hinders nothing: %s',
  (text) => expect(readBeside(text)).toEqual([]),
);
