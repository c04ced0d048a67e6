/** An agreement as a card: with whom, until when, how it goes, and the press that says it was kept. Facts in, card out; what was agreed stays away. */
import type { FollowedAgreement } from '#api/agreement/following/contract.ts';
import { isOpen } from '#api/agreement/following/rules.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { dayOf } from '#api/reminder/rules/hours.ts';
import { whenOf } from '#api/reminder/rules/words.ts';
import type { Card, CardAction } from '#bot/talk/card.ts';
import type { Reader } from '#bot/talk/talk-card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

export const agreementTexts = { sv, en };
/** All that a card needs; the words of the agreement are none of it. */
export type AgreementFacts = Pick<
  FollowedAgreement,
  'talkId' | 'agreementId' | 'employee' | 'manager' | 'due' | 'status' | 'followVersion' | 'mayFollow' | 'heldAt'
>;
export type AgreementCardOptions = {
  readerId: string;
  /** No other open agreement of the talk is due then: without its words, the day is what names it. */ alone: boolean;
  news?: string | undefined;
};

/** Asks for the agreement's card as it is now. */
export const refreshOfAgreement = (which: { talkId: string; agreementId: string }): NonNullable<Card['refresh']> => ({
  verb: 'show-agreement',
  data: which,
});

export function agreementCard(agreement: AgreementFacts, reader: Reader, { readerId, alone, news }: AgreementCardOptions): Card {
  const words = agreementTexts[reader.language];
  const { talkId, agreementId, employee, manager, due, status, heldAt } = agreement;
  const isMine = employee.id === readerId;
  const other = isMine ? manager.name : employee.name;
  const isAsked = isOpen(status) && agreement.mayFollow;
  const sayDay = (day: string): string => whenOf({ start: day, ...reader });
  const heldOn = heldAt && dayOf(new Date(heldAt), reader.timeZone).toISODate();
  const lines = [
    ...(news ? [{ text: news, strong: true as const }] : []),
    ...(heldOn ? [{ text: words.lead(other, sayDay(heldOn)) }] : []),
    ...(due ? [{ text: words.due(sayDay(due)) }] : []),
    { text: words.status[status], quiet: true as const },
    ...(isAsked && !alone ? [{ text: words.several }] : []),
  ];
  return {
    title: words.title,
    lines,
    button: { title: words.button, url: deepLink(reader.teamsAppId, isMine ? 'agreements' : 'agreements/team') },
    actions: alone ? actionsOf(agreement, reader) : [],
    refresh: refreshOfAgreement({ talkId, agreementId }),
  };
}

function actionsOf({ talkId, agreementId, status, followVersion: version, mayFollow }: AgreementFacts, { language }: Reader): CardAction[] {
  const words = agreementTexts[language];
  const data = { talkId, agreementId, version };
  if (!mayFollow) return [];
  if (isOpen(status)) return [{ title: words.keep, verb: 'keep', data }];
  return status === 'kept' ? [{ title: words.reopen, verb: 'reopen', data }] : [];
}
