/** The quiet way from My talk to the page with one's own data. Its words come with those for looking back, beside which it stands. */
import { Link } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

export function MyDataLink() {
  const t = useTexts('history');
  const linkTo = useLinkTo();
  return (
    <div>
      <Link {...linkTo({ page: 'my-data' })}>{t('dataLink')}</Link>
    </div>
  );
}
