/** Shown when there is no host page around us, or it does not answer: where Samtal lives, and a way to try again. */
import { Button } from '@fluentui/react-components';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Refused } from '../call/refused.ts';
import { useTexts } from '../texts/texts.ts';

export function Outside({ error }: { error: unknown }) {
  const t = useTexts('app');
  const again = (): void => window.location.reload();
  return (
    <main>
      {error instanceof Refused ? (
        <ProblemNotice error={error} onRetry={again} />
      ) : (
        <EmptyState title={t('outside.title')} text={t('outside.text')} action={<Button onClick={again}>{t('outside.action')}</Button>} />
      )}
    </main>
  );
}
