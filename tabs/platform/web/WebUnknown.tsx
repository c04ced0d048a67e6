/**
 * Shown when somebody has come from Microsoft and is not let in, before any page is: another organisation, or not in the directory; or their sign-in
 * ended just then.
 */
import { Button } from '@fluentui/react-components';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { useTexts } from '../texts/texts.ts';
import type { WebSession } from './web-session.ts';

export function WebUnknown({ web }: { web: WebSession }) {
  const t = useTexts('web');
  const [said, as] = web.hasEnded() ? (['endedEarly', 'same'] as const) : (['unknown', 'another'] as const);
  return (
    <EmptyState
      title={t(`${said}.title`)}
      text={t(`${said}.text`, { name: web.name })}
      action={
        <Button appearance="primary" onClick={() => void web.leaveToSignIn(as)}>
          {t(`${said}.action`)}
        </Button>
      }
    />
  );
}
