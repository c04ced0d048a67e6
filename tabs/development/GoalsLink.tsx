/** The quiet way to the page with all goals of the people one manages. */
import { Link } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

export function GoalsLink() {
  const t = useTexts('goal');
  const linkTo = useLinkTo();
  return <Link {...linkTo({ page: 'goals', whose: 'team' })}>{t('allTeam')}</Link>;
}
