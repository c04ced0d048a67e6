/** What is said of an access request, alike to officers and to whoever is told of it. */
import type { ToldRequest } from '#api/privacy/access-request/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

type Facts = Pick<ToldRequest, 'status' | 'askedBy' | 'askedAt' | 'answeredBy' | 'answeredAt' | 'until'>;

/** `status`: where it stands, and until when. `facts`: who has asked and approved, and when. */
export function useRequestLines({ status, askedBy, askedAt, answeredBy, answeredAt, until }: Facts): { status: string; facts: string } {
  const t = useTexts('access');
  const dates = useDates();
  const when = (at: string): string => `${dates.inText.day(at)} ${dates.time(at)}`;
  const isTakenBack = status === 'declined' && answeredBy === askedBy;
  const isApproved = answeredAt !== null && ['preparing', 'open', 'closed'].includes(status);
  const asked = t('asked', { name: askedBy || t('gone'), when: when(askedAt) });
  const approved = isApproved ? t('approved', { name: answeredBy || t('gone'), when: when(answeredAt) }) : '';
  return {
    status: t(`status.${isTakenBack ? 'takenBack' : status}`, { until: until ? when(until) : '' }),
    facts: [asked, approved].filter(Boolean).join(' '),
  };
}
