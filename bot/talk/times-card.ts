/** The next times that suit both, one press each, and the way back. Facts in, card out. */
import type { Talk, TalkTimes } from '#api/talk/contract.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import type { Card, CardAction } from './card.ts';
import { leadOf, refreshOf, sayWhen, talkTexts, type Reader } from './talk-card.ts';

export function timesCard(talk: Talk, { times, back, basis }: TalkTimes, reader: Reader, news?: string): Card {
  const words = talkTexts[reader.language].times;
  const { talkId, version } = talk;
  // The version is the card's: whoever presses has seen this talk, not a later one.
  const to = (at: string, title: string): CardAction => ({ title, verb: 'move', data: { talkId, start: at, version } });
  return {
    title: words.title,
    lines: [
      ...(news ? [{ text: news, strong: true as const }] : []),
      { text: `${leadOf(talk, reader)} ${times.length > 0 ? words.now : words.none}` },
      ...(basis === 'working-hours' && times.length > 0 ? [{ text: words.uncertain, quiet: true as const }] : []),
    ],
    button: { title: words.more, url: deepLink(reader.teamsAppId, `talks/${talkId}`) },
    actionsFirst: true,
    actions: [
      ...times.slice(0, 3).map((time) => to(time.start, sayWhen(time.start, reader))),
      ...(back ? [to(back.start, words.back(sayWhen(back.start, reader)))] : []),
      // Not brought up to date by itself: the times would be gone while somebody reads them. A press on an old one is answered with new ones.
      { title: words.keep, ...refreshOf(talk) },
    ],
  };
}
