/** The quiet way to the page with all agreements: one's own, or those of the people one manages. */
import { Link } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

export function AgreementsLink({ whose }: { whose?: 'team' }) {
  const t = useTexts('agreement');
  const linkTo = useLinkTo();
  return <Link {...linkTo({ page: 'agreements', ...(whose ? { whose } : {}) })}>{t(whose ? 'allTeam' : 'all')}</Link>;
}
