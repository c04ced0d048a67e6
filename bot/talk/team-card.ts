/** The answer to "my team": who needs the manager first, in a line each. Facts in, card out. */
import type { TeamRow } from '#api/talk/team/contract.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import type { Card } from './card.ts';
import { sayWhen, talkTexts, type Reader } from './talk-card.ts';

/** A card is read at a glance; the rest is in Samtal. */
const mostRows = 6;

export function teamCard(rows: readonly TeamRow[], reader: Reader): Card {
  const words = talkTexts[reader.language].team;
  const needs = rows.filter(({ talk }) => talk !== null && !['wait', 'follow-up'].includes(talk.next)).length;
  const shown = rows.slice(0, mostRows);
  const lines = [
    { text: needs > 0 ? words.needs(needs) : words.calm, strong: true as const },
    ...shown.map((row) => ({ text: lineOf(row, reader) })),
    ...(rows.length > shown.length ? [{ text: words.more(rows.length - shown.length), quiet: true as const }] : []),
  ];
  if (rows.length === 0) return { title: words.title, lines: [{ text: words.empty }], button: buttonTo('my-talk', reader) };
  return { title: words.title, lines, button: buttonTo('team', reader), refresh: { verb: 'show-team', data: {} } };
}

function lineOf({ person, talk }: TeamRow, reader: Reader): string {
  const words = talkTexts[reader.language].team;
  if (!talk) return words.row(person.name, words.noTalk);
  const state = words.state[talk.next];
  // When it was matters less than that it is over.
  return talk.start && !talk.finishedAt ? words.rowWhen(person.name, state, sayWhen(talk.start, reader)) : words.row(person.name, state);
}

function buttonTo(place: 'team' | 'my-talk', { language, teamsAppId }: Reader): Card['button'] {
  const { team, button } = talkTexts[language];
  return { title: place === 'team' ? team.button : button.open, url: deepLink(teamsAppId, place) };
}
