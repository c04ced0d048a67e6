/** Asks once more before something that others will notice, on the page itself instead of in a window over it. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/texts/texts.ts';
import { InlinePanel } from './InlinePanel.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export type ConfirmPanelProps = {
  title: string;
  children?: ReactNode;
  confirm: string;
  onConfirm: () => void;
  onCancel: () => void;
  busy?: boolean;
};

export function ConfirmPanel({ title, children, confirm, onConfirm, onCancel, busy = false }: ConfirmPanelProps) {
  const styles = useStyles();
  const t = useTexts('app');
  return (
    <InlinePanel title={title} level="h2" look="strong" onClose={onCancel}>
      {children && <Text>{children}</Text>}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy}>
          {confirm}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </InlinePanel>
  );
}
