/** What a person does in Outlook with a meeting: answers the invitation, moves it, cancels it. Outlook's own rules are in the Graph service. */
import { z } from 'zod';
import type { User } from '../m365/core/entities.ts';
import type { World } from '../m365/core/world.ts';
import { cancelEvent, moveEvent, respondToEvent } from '../m365/graph/calendar.ts';
import { readInput } from './refusal.ts';

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
