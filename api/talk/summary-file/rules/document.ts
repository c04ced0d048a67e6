/** The document that a summary is saved as, from the facts of the talk. Pure: who may have it, and how it is drawn, is decided elsewhere. */
import type { GoalLine } from '#api/development/terms/contract.ts';
import type { FormattedPiece } from '#api/note/formatted/contract.ts';
import type { Language } from '#api/people/contract.ts';
import type { Side } from '../../contract.ts';
import type { Change, Entry } from '../../signing/contract.ts';
import { objecting } from '../../signing/rules.ts';
import { datesOf, type Dates } from './dates.ts';
import { wordsIn, type Block, type Run, type SummaryDocument } from './model.ts';
import { blocksOf } from './notes.ts';
import { readable } from './readable.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/shape.ts';
import { sv } from './texts/sv.ts';

export type SummaryFacts = {
  language: Language;
  timeZone: string;
  /** When the file is made. */
  at: Date;
  /** What kind of talk it was, and in which cycle. */
  kind: string;
  cycleName: string;
  people: Record<Side, { name: string; jobTitle: string }>;
  /** `start`: planned. */
  start: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  notes: readonly FormattedPiece[];
  /** Since when the notes are erased; left out while they are kept. */
  notesErasedAt?: Date;
  agreements: readonly { text: string; ownerName: string; due: string | null; goalId?: string | undefined }[];
  /** As they stood when it was signed; left out where there are none. */
  goals?: readonly GoalLine[];
  hash: string;
  signatures: readonly { side: Side; at: Date }[];
  /** What was added to it; null when the reader may not know it. */
  record: { entries: readonly SaidEntry[]; intact: boolean } | null;
};
export type SaidEntry = Pick<Entry, 'entryId' | 'kind' | 'side' | 'name' | 'at' | 'text' | 'change' | 'about' | 'contentHash'>;

type Told = { facts: SummaryFacts; t: Texts; dates: Dates };

const texts: Record<Language, Texts> = { sv, en };
const sides: Side[] = ['employee', 'manager'];

export function documentOf(facts: SummaryFacts): SummaryDocument {
  const t = texts[facts.language];
  const dates = datesOf(t.locale, facts.timeZone);
  const told = { facts, t, dates };
  const { employee, manager } = facts.people;
  return {
    language: facts.language,
    title: readable(facts.kind),
    lead: readable(t.lead(employee.name, manager.name)),
    blocks: [
      ...basics(told),
      ...section(t.notes, blocksOf(facts.notes), facts.notesErasedAt ? t.notesErased(dates.instant(facts.notesErasedAt)) : t.noNotes),
      ...section(t.agreements, agreed(told), t.noAgreements),
      ...(facts.goals?.length ? section(t.goals, goalsOf(told, facts.goals), '') : []),
      ...(facts.finishedAt ? section(t.signatures, signed(told), '') : []),
      ...(facts.record && facts.signatures.length > 0 ? section(t.changes, changed(told, facts.record.entries), t.noChanges) : []),
      ...(facts.signatures.length > 0 ? proof(told) : []),
    ],
    footer: `${t.made(dates.instant(facts.at))} · ${t.page}`,
    boxes: { ticked: t.ticked, notTicked: t.notTicked },
    unseen: t.unseen,
  };
}

const said = (text: string): Run => ({ text: readable(text) });
const line = (...runs: Run[]): Block => ({ kind: 'paragraph', runs });
const quiet = (text: string): Block => ({ kind: 'paragraph', runs: [said(text)], quiet: true });
const named = (name: string, value: string): Run[] => [{ text: `${name}: `, bold: true }, said(value)];

function section(title: string, blocks: Block[], otherwise: string): Block[] {
  const heading: Block = { kind: 'heading', rank: 1, runs: [{ text: title }] };
  const isEmpty = wordsIn(blocks).every((text) => text.trim() === '');
  return [heading, ...(isEmpty ? [quiet(otherwise)] : blocks)];
}

/** Who, when, and how it stands, on lines of one paragraph. */
function basics({ facts, t, dates }: Told): Block[] {
  const { start, startedAt, finishedAt, signatures } = facts;
  const person = (side: Side): string => [facts.people[side].name, facts.people[side].jobTitle].filter(Boolean).join(', ');
  const began = startedAt ?? start;
  const lines = [
    named(t.employee, person('employee')),
    named(t.manager, person('manager')),
    ...(began ? [named(t.held, dates.span(began, finishedAt))] : []),
    ...(facts.cycleName ? [named(t.cycle, facts.cycleName)] : []),
  ];
  const state = finishedAt ? (['open', 'half', 'signed'] as const)[Math.min(signatures.length, 2)] : 'live';
  return [...lines.map((runs) => line(...runs)), quiet(t.status[state ?? 'signed'])];
}

function agreed({ facts, t, dates }: Told): Block[] {
  if (facts.agreements.length === 0) return [];
  const items = facts.agreements.map(({ text, ownerName: owner, due, goalId }) => {
    const goal = facts.goals?.find((one) => one.goalId === goalId);
    const who = due ? t.due(owner, dates.day(due)) : t.noDue(owner);
    return { blocks: [line(said(text)), quiet(goal ? `${who} · ${t.towards(goal.what)}` : who)] };
  });
  return [{ kind: 'list', ordered: true, items }];
}

function goalsOf({ t, dates }: Told, goals: readonly GoalLine[]): Block[] {
  const items = goals.map(({ what, why, due, state }) => ({
    blocks: [
      line(said(what)),
      ...(why ? [line(said(why))] : []),
      quiet(due ? t.goalBy(t.goalStates[state], dates.day(due)) : t.goalStates[state]),
    ],
  }));
  return [{ kind: 'list', ordered: false, items }];
}

/** Who has signed and when, and beside each what that side wrote: its comment and its objections. */
function signed({ facts, t, dates }: Told): Block[] {
  const entries = facts.record?.entries ?? [];
  const against = objecting(entries.map((entry) => ({ ...entry, personId: '', subject: null })));
  const words = sides.flatMap((side): Block[] => {
    const { name } = facts.people[side];
    const signature = facts.signatures.find((one) => one.side === side);
    const waits = against.includes(side) ? t.objects(name) : t.waitsFor(name);
    const spoken = entries.filter(({ side: of, kind, text }) => of === side && text && (kind === 'signed' || kind === 'objected'));
    return [
      line(said(signature ? t.signedBy(name, dates.instant(signature.at)) : waits)),
      ...spoken.map(({ kind, at, text, contentHash }): Block => {
        const of = kind === 'signed' ? t.comment : t.objection(dates.instant(new Date(at)));
        const isOld = kind === 'objected' && contentHash !== facts.hash;
        return { kind: 'quote', blocks: [quiet(isOld ? `${of} · ${t.earlier}` : of), line(said(text ?? ''))] };
      }),
    ];
  });
  return facts.record ? words : [...words, quiet(t.withoutRecord)];
}

/** Every change that was suggested since, with its answer: what counts and what does not. */
function changed(told: Told, entries: readonly SaidEntry[]): Block[] {
  const { t, dates } = told;
  return entries
    .filter(({ kind }) => kind === 'proposed')
    .map(({ entryId, name, at, text, change }): Block => {
      const answer = entries.find(({ about, kind }) => about === entryId && kind !== 'proposed');
      const kind = answer?.kind;
      const answered = kind === 'confirmed' || kind === 'declined' || kind === 'withdrawn' ? t.answered[kind] : null;
      return {
        kind: 'quote',
        blocks: [
          line({ text: change ? t.change : t.correction, bold: true }),
          ...(change ? terms(told, change) : []),
          ...(text ? [line(said(text))] : []),
          quiet(t.proposed(name, dates.instant(new Date(at)))),
          quiet(answer && answered ? answered(answer.name, dates.instant(new Date(answer.at))) : t.waits),
          ...(answer?.text ? [line(said(answer.text))] : []),
        ],
      };
    });
}

function terms({ t, dates }: Told, { from, to }: Change): Block[] {
  const words = ({ text, ownerName, due }: Change['from']): string =>
    `${text}\n${due ? t.due(ownerName, dates.day(due)) : t.noDue(ownerName)}`;
  return [line(...named(t.before, words(from))), line(...named(t.after, words(to)))];
}

function proof({ facts, t }: Told): Block[] {
  const checked = facts.record ? [line(said(facts.record.intact ? t.intact : t.broken))] : [];
  return section(t.proof, [...checked, quiet(t.print(facts.hash))], '');
}
