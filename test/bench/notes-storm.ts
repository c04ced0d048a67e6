/**
 * Many windows write into the same shared notes while lines break, windows leave and Samtal's process is killed: what was told to be stored and is not,
 * and who sees another text than the others in the end. Small in npm test (test/stories/kill.test.ts), twenty times at full size as a measurement.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as Y from 'yjs';
import { notesFragment } from '#api/note/contract.ts';
import { chanceOf, type Chance } from '#infra/local/m365/generate/seeded.ts';
import type { Killable } from '#test/given/killable.ts';
import { until } from '#test/given/until.ts';
import { writeDifference } from './notes-difference.ts';
import { openEditor, startLetters, type Letters, type StormEditor } from './notes-editor.ts';
import { startBadLine } from './notes-line.ts';
import { openShelf } from './notes-shelf.ts';

export type Storm = {
  talkId: string;
  /** Who may write; the windows are shared out among them. */ who: string[];
  editors: number;
  edits: number;
  kills: number;
  seed: string;
};
export type StormEnd = {
  /** Letters and deletions that were told to be stored and are not. */ lost: number;
  /** Letters that nobody deleted and that are in the text no more: gone with a line of which somebody made something else. */ gone: number;
  different: number;
  cuts: number;
  letters: number;
};

/** Fifty windows that come back at once keep Samtal busy for a while, and longer where others work beside it. */
const withinMs = 300_000;

export async function weather(samtal: Killable, { talkId, who, editors: count, edits, kills, seed }: Storm): Promise<StormEnd> {
  const chance = chanceOf(seed);
  const letters = startLetters();
  const shelf = await openShelf(samtal, talkId);
  const line = await startBadLine(Number(new URL(samtal.url).port));
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string) => (): Promise<string> => {
    const known = tokens.get(person) ?? samtal.desk.token(person);
    tokens.set(person, known);
    return known;
  };
  const editors = Array.from({ length: count }, (_, at) => openEditor(line.port, talkId, tokenOf(who[at % who.length] ?? '')));
  const killRounds = new Set(Array.from({ length: kills }, (_, at) => Math.floor(((at + 0.5) * edits) / kills)));
  let lost = 0;
  try {
    await until(() => editors.every((one) => one.stored() !== null), { message: 'all have opened the notes', withinMs });
    for (let round = 0; round < edits; round += 1) {
      await writeRound(editors, chance, letters);
      if (chance.oneIn(8)) line.cut(0.15, () => chance.whole(1_000) / 1_000);
      if (round % 2 === 1) await untilHeard(editors);
      if (!killRounds.has(round)) continue;
      await samtal.kill();
      lost += missing(editors, await shelf.read());
      tokens.clear();
      const starting = samtal.start();
      await writeRound(editors, chance, letters);
      await starting;
    }
    editors.forEach((one) => one.come());
    // Both at once: what comes from another can still make a window tidy up its marks, and store that.
    await until(() => editors.every((one) => one.calm()) && areAlike(editors), {
      message: 'all is stored, and all have the same',
      withinMs,
      seen: () => editors.filter((one) => !one.calm()).length,
    });
    const kept = await shelf.read();
    const text = textOf(kept);
    const others = editors.map(({ document }) => document).filter((document) => textOf(document) !== text);
    if (others[0])
      console.error(`Storm ${seed}: a window differs from the store; see ${writeDifference(others[0], kept, await shelf.stored())}`);
    return {
      lost: lost + missing(editors, kept),
      gone: letters.goneFrom(text),
      different: others.length,
      cuts: line.cuts(),
      letters: [...Y.decodeStateVector(Y.encodeStateVector(kept)).values()].reduce((sum, clock) => sum + clock, 0),
    };
  } finally {
    editors.forEach((one) => one.close());
    await line.stop();
    await shelf.close();
  }
}

function areAlike(editors: StormEditor[]): boolean {
  const [first, ...others] = editors.map(({ document }) => Y.snapshot(document));
  return first !== undefined && others.every((one) => Y.equalSnapshots(first, one));
}

/** Everybody writes once; some lose their connection, some have it again. */
async function writeRound(editors: StormEditor[], chance: Chance, letters: Letters): Promise<void> {
  for (const editor of editors) {
    editor.edit(chance, letters);
    if (chance.oneIn(60)) editor.leave();
    else if (chance.oneIn(10)) editor.come();
    if (chance.oneIn(5)) await nextTurn();
  }
}

/** The storm goes no faster than Samtal stores, so that it is killed with work in its hands and not after it. */
async function untilHeard(editors: StormEditor[]): Promise<void> {
  const sum = (): number => editors.reduce((all, one) => all + one.heard(), 0);
  const before = sum();
  editors[0]?.come();
  await until(() => sum() > before, { message: 'somebody hears that something is stored', withinMs });
}

/** Letters (Yjs counts each) and deletions that a window was told are stored, and that are not there. */
function missing(editors: StormEditor[], kept: Y.Doc): number {
  const has = Y.snapshot(kept);
  const told = new Map<number, number>();
  let deletions = 0;
  for (const editor of editors) {
    const stored = editor.stored();
    if (!stored) continue;
    for (const [client, clock] of stored.sv) told.set(client, Math.max(told.get(client) ?? 0, clock));
    if (!covers(has, stored)) deletions += 1;
  }
  const letters = [...told].reduce((sum, [client, clock]) => sum + Math.max(0, clock - (has.sv.get(client) ?? 0)), 0);
  return letters + deletions;
}

/** Whether every deletion of `told` is in `has`. */
function covers(has: Y.Snapshot, told: Y.Snapshot): boolean {
  return [...told.ds.clients].every(([client, ranges]) => {
    const known = [...(has.ds.clients.get(client) ?? [])].sort((a, b) => a.clock - b.clock);
    return ranges.every(({ clock, len }) => {
      let at = clock;
      for (const range of known) if (range.clock <= at && at < range.clock + range.len) at = range.clock + range.len;
      return at >= clock + len;
    });
  });
}

const textOf = (document: Y.Doc): string => document.getXmlFragment(notesFragment).toJSON();
