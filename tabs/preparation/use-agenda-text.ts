/** A talk's own agenda as one text, what can be sent of it, and how long it takes. Pure. */
import type { Agenda, AgendaInput } from '#api/talk/agenda/contract.ts';
import type { Part } from '#api/template/contract.ts';
import { Refused } from '#tabs/platform/call/refused.ts';

/** More than all points together may hold; each is counted by the server. */
export const agendaTextLimit = 50_000;

/** One form for one agenda: parts by name, points in their order. */
export function textOf({ minutes, points }: AgendaInput): string {
  const sorted = Object.entries(minutes).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify({
    minutes: Object.fromEntries(sorted),
    points: points.map(({ pointId, text, minutes: own }) => ({ pointId, text, minutes: own })),
  });
}

/** Read back what `textOf` wrote here. */
export const agendaOf = (text: string): AgendaInput => JSON.parse(text) as AgendaInput;

/** What can be saved of it: a point without words is only being written. */
export const readyOf = ({ minutes, points }: AgendaInput): AgendaInput => ({
  minutes,
  points: points.filter(({ text }) => text.trim() !== ''),
});

/** How long the talk takes with it: each part as the agenda says, else as long as it is now, and the points. */
export function minutesOf(parts: readonly Pick<Part, 'id' | 'minutes'>[], { minutes, points }: AgendaInput): number {
  const ofParts = parts.reduce((sum, part) => sum + (minutes[part.id] ?? part.minutes), 0);
  return readyOf({ minutes, points }).points.reduce((sum, point) => sum + point.minutes, ofParts);
}

const steps = [0, 5, 10, 15, 20, 25, 30, 45, 60, 90];
/** Minutes to choose from; what was set otherwise is among them. */
export const minutesToChoose = (now: number): number[] => [...new Set([...steps, now])].sort((one, other) => one - other);

/** The newer agenda inside a `stale` problem as the text that stands for it, checked by hand: the tab carries no schemas. */
export function withText(refused: Refused): Refused {
  const { current } = refused.problem;
  if (refused.reason !== 'stale' || typeof current !== 'object' || current === null) return refused;
  const { minutes, points, version } = current as Partial<Agenda>;
  if (typeof minutes !== 'object' || !Array.isArray(points) || typeof version !== 'number') return refused;
  return new Refused({ ...refused.problem, current: { text: textOf({ minutes, points }), version } });
}
