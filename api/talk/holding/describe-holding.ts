/** How far a talk has come, as its two see it. Whoever calls has asked the policy table. */
import { frozenTemplate } from '#api/template/find-template.ts';
import type { TalkRecord } from '../store.ts';
import type { Holding } from './contract.ts';
import { firstTurn, usedUntil, type Turns } from './rules.ts';
import type { HoldingRecord } from './store.ts';

/** Ids of the parts of the talk's agenda, in their order. */
export const partIdsOf = ({ templateId, templateVersion }: TalkRecord): string[] =>
  frozenTemplate(templateId, templateVersion).parts.map(({ id }) => id);

/** Where the two are: as written down, or at the first part since the start. */
export const turnsOf = (talk: TalkRecord, record: HoldingRecord | undefined): Turns | null =>
  record?.turns ?? (talk.startedAt ? firstTurn(partIdsOf(talk), talk.startedAt) : null);

export function describeHolding(talk: TalkRecord, record: HoldingRecord | undefined): Holding {
  const isLive = talk.startedAt !== null && talk.finishedAt === null;
  const turns = isLive ? turnsOf(talk, record) : (record?.turns ?? null);
  const used = turns ? (talk.finishedAt ? usedUntil(turns, talk.finishedAt) : turns.used) : [];
  return {
    version: record?.version ?? 0,
    partId: isLive ? (turns?.partId ?? null) : null,
    since: isLive ? (turns?.since.toISOString() ?? null) : null,
    used: used.map(({ partId, ms }) => ({ partId, seconds: Math.round(ms / 1000) })),
    checkIn: record?.checkIn ?? null,
  };
}
