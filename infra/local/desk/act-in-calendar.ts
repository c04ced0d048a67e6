/**
 * What a person does in Outlook with a meeting: makes and changes it, answers the invitation, moves it, cancels it, takes it out of the bin.
 * Outlook's own rules are in the Graph service; an event that is made or changed is written as Graph writes it.
 */
import { z } from 'zod';
import type { User } from '../m365/core/entities.ts';
import type { World } from '../m365/core/world.ts';
import { cancelEvent, createEventFor, moveEvent, respondToEvent, updateEvent } from '../m365/graph/calendar.ts';
import { readEvent } from '../m365/graph/event-input.ts';
import { restoreEvent } from '../m365/graph/restore-event.ts';
import { describeEvent } from './read-mailbox.ts';
import { DeskRefusal, readInput } from './refusal.ts';

type Act = (world: World, user: User, eventId: string, input: unknown) => Promise<void>;

const answer = z.strictObject({ response: z.enum(['accept', 'decline', 'tentative']) });
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const times = z.strictObject({ start: instant, end: instant });

export const answerInvitation: Act = async (world, user, eventId, input) => {
  respondToEvent(world, user.id, eventId, readInput(answer, input).response);
  await world.tables.flushed();
};

/** The organiser only. */
export const move: Act = async (world, user, eventId, input) => {
  moveEvent(world, user.id, eventId, readInput(times, input));
  await world.tables.flushed();
};

/** The organiser cancels for everybody; an attendee throws the own copy away. */
export const cancel: Act = async (world, user, eventId) => {
  cancelEvent(world, user.id, eventId);
  await world.tables.flushed();
};

/** As the organiser. */
export async function createEvent(world: World, user: User, input: unknown): Promise<unknown> {
  const { start, end, ...fields } = readEvent(input);
  if (start === undefined || end === undefined) throw new DeskRefusal(400, 'start, end: are needed');
  const event = createEventFor(world, user.id, { ...fields, start, end });
  await world.tables.flushed();
  return describeEvent(world, event);
}

export async function changeEvent(world: World, user: User, eventId: string, input: unknown): Promise<unknown> {
  const fields = readEvent(input);
  // An event keeps the key it was made under.
  delete fields.transactionId;
  const event = updateEvent(world, user.id, eventId, fields);
  await world.tables.flushed();
  return describeEvent(world, event);
}

/** What was thrown away, last first. */
export const readBin = (world: World, user: User): unknown => ({
  events: world.deletedEvents
    .by('user', user.id)
    .map((event) => describeEvent(world, event))
    .reverse(),
});

/** Answers the event that is back, which has another id. */
export async function restore(world: World, user: User, eventId: string): Promise<unknown> {
  const event = restoreEvent(world, user.id, eventId);
  await world.tables.flushed();
  return describeEvent(world, event);
}
