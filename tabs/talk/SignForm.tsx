/** Signing: as it is, with a comment, or an objection instead. One filled button; the others open a box for the text. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { StatementForm } from './StatementForm.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export type SignFormProps = {
  talk: Talk;
  busy: boolean;
  /** Resolve with whether it is stored. */
  onSign: (comment: string | null) => Promise<boolean>;
  onObject: (text: string, id: string) => Promise<boolean>;
  badge?: ReactNode;
};

export function SignForm({ talk, busy, onSign, onObject, badge }: SignFormProps) {
  const styles = useStyles();
  const t = useTexts('signing');
  const [writing, setWriting] = useState<'comment' | 'objection' | null>(null);
  // The button that the box was opened with has the focus again when it is closed.
  const [written, setWritten] = useState<typeof writing>(null);
  const begin = (next: typeof written) => (): void => {
    setWritten(next);
    setWriting(next);
  };
  const first = talk.signatures[0];
  const means = first ? t('meansFrozen', { name: talk[first.side].name }) : t('means');
  if (writing)
    return (
      <StatementForm
        key={writing}
        keep={`${writing}/${talk.talkId}`}
        words={{
          title: t(`${writing}.open`),
          label: t(`${writing}.label`),
          hint: t(`${writing}.hint`),
          send: t(`${writing}.send`),
        }}
        busy={busy}
        onSend={writing === 'comment' ? onSign : onObject}
        onClose={() => setWriting(null)}
        badge={badge}
      />
    );
  return (
    <>
      <Text>{means}</Text>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void onSign(null)}>
          {t('button')}
        </Button>
        <Button autoFocus={written === 'comment'} onClick={begin('comment')}>
          {t('comment.open')}
        </Button>
        <Button appearance="subtle" autoFocus={written === 'objection'} onClick={begin('objection')}>
          {t('objection.open')}
        </Button>
      </div>
    </>
  );
}
