/** Asks once more before something that others will notice, on the page itself instead of in a window over it. */
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
  },
  title: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

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
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div
      ref={panel}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.panel}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <Subtitle2 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle2>
      {children && <Text>{children}</Text>}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onConfirm} disabledFocusable={busy}>
          {confirm}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
