/** The answer to "my talk": when, what to do now, one button. Facts in, card out. */
import type { Language } from '#api/people/contract.ts';
import type { NextStep, Talk } from '#api/talk/contract.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { whenOf } from '#api/reminder/rules/words.ts';
import type { Card } from './card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

const texts = { sv, en };
type Reader = { language: Language; timeZone: string; teamsAppId: string };

export function talkCard(talk: Talk, { language, timeZone, teamsAppId }: Reader): Card {
  const words = texts[language];
  const manager = talk.manager.name;
  // A talk without a booked time may still have been held: then it is named by when it began.
  const start = talk.start ?? talk.startedAt;
  const when = start ? whenOf({ other: manager, start: new Date(start), timeZone, language }) : null;
  const lead = when === null ? words.noTime(manager) : talk.finishedAt ? words.held(manager, when) : words.booked(manager, when);
  const { label, place } = buttonOf(talk.next, talk.talkId);
  return {
    title: words.title,
    lines: [{ text: lead }, { text: words.next[talk.next] }],
    button: { title: words.button[label], url: deepLink(teamsAppId, place) },
  };
}

/** For somebody without a talk; a manager is told where the team's talks are. */
export function noTalkCard(isManager: boolean, { language, teamsAppId }: Reader): Card {
  const { none, button } = texts[language];
  const lines = [{ text: isManager ? none.manager : none.employee }];
  return { title: none.title, lines, button: { title: button.open, url: deepLink(teamsAppId, isManager ? 'team' : 'my-talk') } };
}

function buttonOf(next: NextStep, talkId: string): { label: 'prepare' | 'release' | 'sign' | 'open'; place: string } {
  if (next === 'prepare' || next === 'release') return { label: next, place: `talks/${talkId}/prepare` };
  if (next === 'sign') return { label: 'sign', place: `talks/${talkId}/sign` };
  return { label: 'open', place: 'my-talk' };
}
