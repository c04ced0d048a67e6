/** Catches what must not happen, a fault in our own screens, and says so calmly. Expected refusals never come here. */
import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { useTexts } from '../texts/texts.ts';

type Props = { children: ReactNode };

export class CrashGuard extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const t = useTexts('app');
  const load = <Button onClick={() => window.location.reload()}>{t('crashed.action')}</Button>;
  return (
    <main>
      <EmptyState title={t('crashed.title')} text={t('crashed.text')} action={load} />
    </main>
  );
}
