/** For a link to something that is not there, or not the reader's: both look the same. */
import { Button } from '@fluentui/react-components';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { useLinkTo } from '../routes/use-place.ts';
import { useTexts } from '../texts/texts.ts';

export function NotFound() {
  const t = useTexts('app');
  const linkTo = useLinkTo();
  const start = (
    <Button as="a" appearance="primary" {...linkTo({ page: 'my-talk' })}>
      {t('notFound.action')}
    </Button>
  );
  return <EmptyState drawing="search" title={t('notFound.title')} text={t('notFound.text')} action={start} />;
}
