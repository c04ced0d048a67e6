/** A talk as a card for one of the two: when, what to do now, the way into Samtal and what can be done in place. Facts in, card out. */
import type { Language } from '#api/people/contract.ts';
import type { NextStep, Talk } from '#api/talk/contract.ts';
import { canMove } from '#api/talk/moving/rules.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { whenOf } from '#api/reminder/rules/words.ts';
import type { Card, CardAction, CardLine } from './card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

export const talkTexts = { sv, en };
export type Reader = { language: Language; timeZone: string; teamsAppId: string };
/** `news`: what has just happened; `saysWhen`: it names the time already. `say`: what to do, where the usual words do not fit. */
export type TalkCardOptions = { news?: string | undefined; saysWhen?: true; say?: string };

export const otherOf = ({ me, employee, manager }: Pick<Talk, 'me' | 'employee' | 'manager'>): string =>
  me === 'employee' ? manager.name : employee.name;

/** An instant as the reader says it. */
export const sayWhen = (at: string, { language, timeZone }: Reader): string => whenOf({ start: new Date(at), timeZone, language });

export function talkCard(talk: Talk, reader: Reader, { news, saysWhen, say }: TalkCardOptions = {}): Card {
  const words = talkTexts[reader.language];
  const other = otherOf(talk);
  const { label, place } = buttonOf(talk.next, talk.talkId);
  const lines: CardLine[] = [
    ...(news ? [{ text: news, strong: true as const }] : []),
    ...(saysWhen ? [] : [{ text: leadOf(talk, reader) }]),
    ...(talk.move?.outcome === 'taken' ? [{ text: words.taken }] : []),
    { text: say ?? words.next[talk.next](other, talk.me) },
    ...(isReleased(talk) && !news ? [{ text: words.released, quiet: true as const }] : []),
    ...(talk.next === 'release' ? [{ text: words.answered(talk.answered.done, talk.answered.of), quiet: true as const }] : []),
  ];
  return {
    title: words.title,
    lines,
    button: { title: words.button[label], url: deepLink(reader.teamsAppId, place) },
    actions: actionsOf(talk, reader),
    refresh: refreshOf(talk),
  };
}

/** Asks for the talk's card as it is now. */
export const refreshOf = ({ talkId }: Pick<Talk, 'talkId'>): { verb: string; data: { talkId: string } } => ({
  verb: 'show-talk',
  data: { talkId },
});

/** What can be done in place. Signing is not: whoever signs has read, and that is done on the page. */
export function actionsOf(talk: Talk, { language }: Pick<Reader, 'language'>): CardAction[] {
  const { act } = talkTexts[language];
  const data = { talkId: talk.talkId };
  const withId = (talk.me === 'employee' ? talk.manager : talk.employee).id;
  return [
    ...(talk.next === 'release' ? [{ title: act.release, verb: 'release', data: { ...data, withId } }] : []),
    ...(canMove(talk) ? [{ title: act.times, verb: 'times', data }] : []),
    ...(isReleased(talk) ? [{ title: act.withdraw, verb: 'withdraw', data }] : []),
  ];
}

/** Whether the reader's own preparation is released, and can still be taken back. */
const isReleased = ({ me, startedAt, employeeReleasedAt, managerReleasedAt }: Talk): boolean =>
  startedAt === null && (me === 'employee' ? employeeReleasedAt : managerReleasedAt) !== null;

/** For somebody without a talk; a manager is told where the team's talks are. */
export function noTalkCard(isManager: boolean, { language, teamsAppId }: Reader): Card {
  const { none, button } = talkTexts[language];
  const lines = [{ text: isManager ? none.manager : none.employee }];
  return { title: none.title, lines, button: { title: button.open, url: deepLink(teamsAppId, isManager ? 'team' : 'my-talk') } };
}

/**
 * In place of a card about something that this person cannot see (any more). Names nobody.
 * @param refresh asks for it again, which is how a copy of the card is told of
 */
export function goneCard({ language, teamsAppId }: Pick<Reader, 'language' | 'teamsAppId'>, refresh: Card['refresh']): Card {
  const { gone, button } = talkTexts[language];
  return { title: gone.title, lines: [{ text: gone.line }], button: { title: button.open, url: deepLink(teamsAppId, 'my-talk') }, refresh };
}

/** With whom and when, as it stands now. */
export function leadOf(talk: Talk, reader: Reader): string {
  const words = talkTexts[reader.language];
  const other = otherOf(talk);
  // A talk without a booked time may still have been held: then it is named by when it began.
  const start = talk.start ?? talk.startedAt;
  if (!start) return words.noTime(other);
  const when = sayWhen(start, reader);
  if (talk.finishedAt) return words.held(other, when);
  return talk.next === 'passed' ? words.passed(other, when) : words.booked(other, when);
}

function buttonOf(next: NextStep, talkId: string): { label: 'prepare' | 'release' | 'sign' | 'open'; place: string } {
  if (next === 'prepare' || next === 'release') return { label: next, place: `talks/${talkId}/prepare` };
  if (next === 'sign') return { label: 'sign', place: `talks/${talkId}/sign` };
  return { label: 'open', place: `talks/${talkId}` };
}
