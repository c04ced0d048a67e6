/** The quiet way to the page that looks back over the years. */
import { Link } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

export function LookBackLink({ employeeId }: { employeeId: string }) {
  const t = useTexts('history');
  const linkTo = useLinkTo();
  return (
    <div>
      <Link {...linkTo({ page: 'look-back', employeeId })}>{t('link')}</Link>
    </div>
  );
}
