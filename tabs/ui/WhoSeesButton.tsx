/** The badge alone: who can see something, in a few words. What a press does is told by whoever draws it. */
import { Button, makeStyles, tokens, type ButtonProps } from '@fluentui/react-components';
import { Eye16Regular, LockClosed16Regular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightRegular, maxWidth: '100%' },
});

export type WhoSeesProps = {
  /** In a few words: "only you", "you and Anna". */
  who: string;
  readers: { name: string; note?: string }[];
  /** A sentence under the list: when that changes, what the law may reach. */
  note?: string;
  /** A lock instead of an eye, for what nobody else reads. */
  locked?: boolean;
};

type WhoSeesButtonProps = Pick<WhoSeesProps, 'who' | 'locked'> & ButtonProps & { ref?: Ref<HTMLButtonElement> };

export function WhoSeesButton({ who, locked = false, ...pressed }: WhoSeesButtonProps) {
  const styles = useStyles();
  const t = useTexts('app');
  return (
    <Button
      {...pressed}
      size="small"
      appearance="subtle"
      shape="circular"
      className={styles.button}
      icon={locked ? <LockClosed16Regular /> : <Eye16Regular />}
      aria-label={t('whoSees.button', { who })}
    >
      {who}
    </Button>
  );
}
