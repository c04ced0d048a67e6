import { expect, it } from 'vitest';
import { inviteLink } from './use-invite-link.ts';

it('fills in everything, whatever signs are in it', () => {
  const link = new URL(
    inviteLink({
      subject: 'Samtal & mer',
      content: 'Öppna: https://samtal.example/?a=1&b=2#c',
      attendees: ['anna+1@samtal.example', 'bo@samtal.example'],
      start: '2027-02-20T09:00:00.000Z',
      end: '2027-02-20T10:00:00.000Z',
    }),
  );
  expect(link.origin + link.pathname).toBe('https://teams.microsoft.com/l/meeting/new');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    subject: 'Samtal & mer',
    content: 'Öppna: https://samtal.example/?a=1&b=2#c',
    attendees: 'anna+1@samtal.example,bo@samtal.example',
    startTime: '2027-02-20T09:00:00.000Z',
    endTime: '2027-02-20T10:00:00.000Z',
  });
  expect(link.hash).toBe('');
});
