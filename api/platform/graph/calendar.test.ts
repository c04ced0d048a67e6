/** What Samtal asks Microsoft Graph for when it makes or moves an event: word by word, as every invitation goes out with it. */
import { describe, expect, it } from 'vitest';
import { moveEvent } from './calendar-changes.ts';
import { createEvent, type EventInput } from './calendar.ts';
import { GraphRefused } from './failures.ts';
import type { GraphCall, SendGraph } from './http.ts';

const start = new Date('2027-02-20T09:00:00Z');
const end = new Date('2027-02-20T10:00:00Z');
const answer = {
  id: 'e',
  iCalUId: 'i',
  start: { dateTime: '2027-02-20T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2027-02-20T10:00:00.0000000', timeZone: 'UTC' },
  onlineMeeting: { joinUrl: 'https://join.example' },
};
const input: EventInput = {
  transactionId: 'u',
  bookingId: 'talk/1',
  subject: 'Utvecklingssamtal',
  html: '<p>Ni ses här.</p>',
  start,
  end,
  attendee: { address: 'anna@samtal.example', name: 'Anna' },
};

/** Graph at the other end of the line: writes down what it is asked, and answers. */
function line(answered: () => unknown = () => answer): { send: SendGraph; asked: GraphCall[] } {
  const asked: GraphCall[] = [];
  const send: SendGraph = async <T>(_tenantId: string, call: GraphCall) => {
    asked.push(call);
    return answered() as T;
  };
  return { send, asked };
}

describe('making an event', () => {
  it('asks for a private Teams meeting with neutral words, known again by transaction id and booking id', async () => {
    const { send, asked } = line();
    expect(await createEvent(send, 't', 'boss', input)).toEqual({
      id: 'e',
      iCalUId: 'i',
      joinUrl: 'https://join.example',
      start,
      end,
      guests: [],
    });
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/users/boss/events',
        body: {
          subject: 'Utvecklingssamtal',
          body: { contentType: 'html', content: '<p>Ni ses här.</p>' },
          start: { dateTime: '2027-02-20T09:00:00', timeZone: 'UTC' },
          end: { dateTime: '2027-02-20T10:00:00', timeZone: 'UTC' },
          attendees: [{ type: 'required', emailAddress: input.attendee }],
          isOnlineMeeting: true,
          onlineMeetingProvider: 'teamsForBusiness',
          sensitivity: 'private',
          allowNewTimeProposals: true,
          transactionId: 'u',
          singleValueExtendedProperties: [{ id: expect.stringMatching(/^String \{.{36}\} Name SamtalBooking$/), value: 'talk/1' }],
        },
      },
    ]);
  });

  it('asks for a room as a resource, and says where it is', async () => {
    const { send, asked } = line();
    const room = { address: 'bryggan@samtal.example', name: 'Bryggan' };
    await createEvent(send, 't', 'boss', { ...input, room });
    expect(asked[0]?.body).toMatchObject({
      attendees: [{ type: 'required' }, { type: 'resource', emailAddress: room }],
      location: { displayName: 'Bryggan', locationEmailAddress: room.address },
    });
  });
});

describe('moving an event', () => {
  it('says the new time and nothing else, so that nothing is written anew', async () => {
    const { send, asked } = line();
    expect(await moveEvent(send, 't', 'boss', 'e', { start, end })).toMatchObject({ id: 'e', start, end });
    const body = { start: { dateTime: '2027-02-20T09:00:00', timeZone: 'UTC' }, end: { dateTime: '2027-02-20T10:00:00', timeZone: 'UTC' } };
    expect(asked).toEqual([{ method: 'PATCH', path: '/users/boss/events/e', body }]);
  });

  it('answers null for an event that is gone, and lets every other refusal through', async () => {
    const gone = line(() => {
      throw new GraphRefused(404, 'ErrorItemNotFound', 'gone');
    });
    expect(await moveEvent(gone.send, 't', 'boss', 'e', { start, end })).toBeNull();
    const denied = line(() => {
      throw new GraphRefused(403, 'ErrorAccessDenied', 'no');
    });
    await expect(moveEvent(denied.send, 't', 'boss', 'e', { start, end })).rejects.toThrow('no');
  });
});
