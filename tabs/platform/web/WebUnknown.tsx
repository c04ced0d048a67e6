/** Shown when somebody is signed in with Microsoft and Samtal does not let them in: another organisation, or not in its directory. */
import { Button } from '@fluentui/react-components';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { useTexts } from '../texts/texts.ts';
import type { WebSession } from './web-session.ts';

export function WebUnknown({ web }: { web: WebSession }) {
  const t = useTexts('web');
  return (
    <EmptyState
      title={t('unknown.title')}
      text={t('unknown.text', { name: web.name })}
      action={
        <Button appearance="primary" onClick={() => void web.chooseAccount()}>
          {t('unknown.action')}
        </Button>
      }
    />
  );
}
