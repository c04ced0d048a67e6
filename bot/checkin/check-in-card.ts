/** A check-in as a card: what is so, the question it is at, and the taps that answer it. Facts in, card out; of what somebody wrote it knows nothing. */
import { weeksOffered, type CheckInAnswer, type CheckIns, type How, type Need, type Weeks } from '#api/checkin/answer/contract.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { whenOf } from '#api/reminder/rules/words.ts';
import type { Talk } from '#api/talk/contract.ts';
import type { Card, CardAction, CardLine } from '#bot/talk/card.ts';
import { otherOf, type Reader } from '#bot/talk/talk-card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

export const checkInTexts = { sv, en };

/** Choices only: the card is given no words that it could show. */
type Said = Pick<CheckInAnswer, 'mine' | 'name' | 'how' | 'need'>;
export type CheckInFacts = {
  talk: Pick<Talk, 'talkId' | 'me' | 'employee' | 'manager'>;
  checkIns: Pick<CheckIns, 'version' | 'next' | 'closed'> & { open: { day: string; answers: Said[] } | null };
};
/** What has been tapped so far. Nothing is stored before the last tap. */
export type Tapped = { how?: How | undefined; need?: Need | undefined };
/** `news`: what has just happened. `asks`: shows the questions although they are answered. `lead`: says what it is about, in place of the usual words. */
export type CheckInOptions = { news?: string | undefined; asks?: boolean; tapped?: Tapped; lead?: string };

/** Asks for the card of the talk's check-in as it is now. */
export const refreshOfCheckIn = (talkId: string): NonNullable<Card['refresh']> => ({ verb: 'show-check-in', data: { talkId } });

export function checkInCard(facts: CheckInFacts, reader: Reader, { news, asks = false, tapped = {}, lead }: CheckInOptions = {}): Card {
  const words = checkInTexts[reader.language];
  const { talk, checkIns } = facts;
  const { open, closed } = checkIns;
  const mine = open?.answers.find((one) => one.mine);
  const isAsked = open !== null && !closed && (!mine || asks);
  const about = open ?? (checkIns.next === null ? null : { day: checkIns.next, answers: [] });
  const lines: CardLine[] = [
    ...(news ? [{ text: news, strong: true as const }] : []),
    ...(lead ? [{ text: lead }] : about ? [{ text: words.lead(otherOf(talk), sayDay(about.day, reader)) }] : [{ text: words.none }]),
    ...(open?.answers ?? []).filter((one) => !one.mine).map((one) => ({ text: theirsOf(one, reader) })),
    ...(isAsked ? askLines(talk, tapped, reader) : stateLines(facts, mine, reader)),
  ];
  const isBegun = isAsked && (tapped.how !== undefined || mine !== undefined);
  return {
    title: words.title,
    lines,
    button: { title: words.button, url: deepLink(reader.teamsAppId, `talks/${talk.talkId}`) },
    actionsFirst: true,
    actions:
      open && !closed ? (isAsked ? askActions(facts, open.day, tapped, reader) : answeredActions(facts, open.day, mine, reader)) : [],
    // While it is being answered it does not bring itself up to date: what was tapped would be gone. A press on an old one is told how it is now.
    ...(isBegun ? {} : { refresh: refreshOfCheckIn(talk.talkId) }),
  };
}

const sayDay = (day: string, reader: Reader): string => whenOf({ start: day, ...reader });

function theirsOf({ name, how, need }: Said, { language }: Reader): string {
  const words = checkInTexts[language];
  return words.theirs(name, words.how[how].toLowerCase(), words.needs[need]);
}

function askLines(talk: CheckInFacts['talk'], { how, need }: Tapped, { language }: Reader): CardLine[] {
  const words = checkInTexts[language];
  const other = otherOf(talk);
  const tapped: CardLine[] = [
    ...(how ? [{ text: words.saidHow(words.how[how].toLowerCase()), quiet: true as const }] : []),
    ...(how && need ? [{ text: words.saidNeed(other, words.need[need]), quiet: true as const }] : []),
  ];
  return [...tapped, { text: !how ? words.askHow : !need ? words.askNeed(other) : words.askNext, strong: true }];
}

function stateLines({ talk, checkIns }: CheckInFacts, mine: Said | undefined, reader: Reader): CardLine[] {
  const words = checkInTexts[reader.language];
  const { open, next, closed } = checkIns;
  const own: CardLine[] = mine
    ? [{ text: words.saidHow(words.how[mine.how].toLowerCase()) }, { text: words.saidNeed(otherOf(talk), words.need[mine.need]) }]
    : [];
  // With a former manager there is no next one, whatever day was chosen.
  if (closed === 'handed-over') return [...own, { text: words.closed, quiet: true }];
  if (open && closed && !mine) return [{ text: words.notSigned, quiet: true }];
  if (next === null) return mine ? [...own, { text: words.noNext, quiet: true }] : [];
  return [...own, { text: words.next(sayDay(next, reader)), quiet: true }];
}

/** One question, and the way back to the first. Data holds what was chosen, by its name, and ids. */
function askActions({ talk, checkIns }: CheckInFacts, day: string, { how, need }: Tapped, { language }: Reader): CardAction[] {
  const words = checkInTexts[language];
  const data = { talkId: talk.talkId, day, version: checkIns.version };
  if (!how)
    return (['on-track', 'partly', 'stuck'] as const).map((one) => ({
      title: words.how[one],
      verb: 'ask-check-in',
      data: { ...data, how: one },
    }));
  const over: CardAction = { title: words.again, verb: 'ask-check-in', data };
  if (!need)
    return [
      ...(['nothing', 'word', 'talk'] as const).map((one) => ({
        title: words.need[one],
        verb: 'ask-check-in',
        data: { ...data, how, need: one },
      })),
      over,
    ];
  const titleOf = (weeks: Weeks): string => (weeks === 0 ? words.noMore : words.weeks(weeks));
  return [...weeksOffered.map((weeks) => ({ title: titleOf(weeks), verb: 'answer-check-in', data: { ...data, how, need, weeks } })), over];
}

function answeredActions({ talk, checkIns }: CheckInFacts, day: string, mine: Said | undefined, { language }: Reader): CardAction[] {
  const words = checkInTexts[language];
  const data = { talkId: talk.talkId, day, version: checkIns.version };
  return mine
    ? [
        { title: words.change, verb: 'ask-check-in', data },
        { title: words.withdraw, verb: 'withdraw-check-in', data },
      ]
    : [];
}
