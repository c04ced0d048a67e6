/** How an agreement goes, said in the chat: kept, or not yet after all. The verb of the tab decides. */
import type { AgreementStatus } from '#api/agreement/contract.ts';
import { changeProgress } from '#api/agreement/following/change-progress.ts';
import { isOpen } from '#api/agreement/following/rules.ts';
import { listOfTalk } from '#api/agreement/following/list-followed.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { readerOf, sayRefused } from '#bot/talk/show-talk.ts';
import { goneCard } from '#bot/talk/talk-card.ts';
import { agreementCard, agreementTexts, refreshOfAgreement, type AgreementFacts } from './agreement-card.ts';

type Which = { talkId: string; agreementId: string };

/** The agreement as it goes now. */
export async function showAgreement(platform: Platform, speaker: Speaker, which: Which, news?: string): Promise<Card> {
  const reader = readerOf(platform, speaker);
  const found = await findOne(platform, speaker, which);
  if (!found) return goneCard(reader, refreshOfAgreement({ talkId: which.talkId, agreementId: which.agreementId }));
  return agreementCard(found.agreement, reader, { readerId: speaker.actor.personId, alone: found.alone, news });
}

export const keep = (platform: Platform, speaker: Speaker, { version, ...which }: Which & { version: number }): Promise<Card> =>
  say(platform, speaker, which, 'kept', version);

/** The way back: as it was before it was said to be kept. */
export async function reopen(platform: Platform, speaker: Speaker, { version, ...which }: Which & { version: number }): Promise<Card> {
  const found = await findOne(platform, speaker, which);
  return say(platform, speaker, which, found?.before ?? 'not-begun', version);
}

async function say(platform: Platform, speaker: Speaker, which: Which, status: AgreementStatus, version: number): Promise<Card> {
  const said = await changeProgress(platform, speaker.actor, which, { status, note: null }, version);
  const { kept, reopened } = agreementTexts[speaker.language];
  const done = status === 'kept' ? kept : reopened;
  return showAgreement(platform, speaker, which, said.ok ? done : sayRefused(said.reason, speaker));
}

async function findOne(
  platform: Platform,
  { actor }: Speaker,
  { talkId, agreementId }: Which,
): Promise<{ agreement: AgreementFacts; alone: boolean; before: AgreementStatus | undefined } | null> {
  const found = await listOfTalk(platform, actor, talkId);
  if (!found.ok) return null;
  const { agreements } = found.value;
  const agreement = agreements.find((one) => one.agreementId === agreementId);
  if (!agreement) return null;
  const sameDay = agreements.filter(({ due, status }) => isOpen(status) && due === agreement.due);
  // Newest first: the last that was said of it while it was open.
  const before = agreement.steps.find(({ status }) => isOpen(status))?.status;
  return { agreement, before, alone: sameDay.every((one) => one.agreementId === agreementId) };
}
