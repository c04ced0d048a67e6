/** A talk's own agenda: how long each part of its template is to take this time, and points that its manager adds. Read by both at once. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Longest point, in UTF-16 code units; most points; longest part or point, in minutes. */
export const pointLimit = 500;
export const pointsLimit = 20;
export const minutesLimit = 180;
export const agendaRefusals = { 'agenda-closed': 409, 'point-too-long': 413 } as const;

const minutesSchema = z.number().int().min(0).max(minutesLimit);
/** `pointId` is chosen by the caller. */
export const pointSchema = z.strictObject({ pointId: z.string().min(1).max(40), text: z.string().trim().min(1), minutes: minutesSchema });
export type AgendaPoint = z.infer<typeof pointSchema>;

export const agendaInputSchema = z.strictObject({
  /** By part id, for the parts that are to take another time than the template says. */
  minutes: z.record(z.string().max(100), minutesSchema),
  points: z.array(pointSchema).max(pointsLimit),
});
export type AgendaInput = z.infer<typeof agendaInputSchema>;
export const agendaSchema = agendaInputSchema.extend({ version: z.number().int() });
export type Agenda = z.infer<typeof agendaSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });

export const readAgenda = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/agenda',
  may: 'talk-party',
  about: { item: 'agenda', act: 'read' },
  params: one,
  answer: agendaSchema,
});
/** The manager saves the whole of it, until the talk starts; If-Match is its version (0 before the first). `stale` carries the newest. */
export const saveAgenda = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/agenda',
  may: 'talk-party',
  about: { item: 'agenda', act: 'write' },
  guarded: true,
  params: one,
  body: agendaInputSchema,
  answer: agendaSchema,
});
