/** One quiet line that says whether what was typed is stored. Read out politely when it changes. */
import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, CloudOff16Regular, ErrorCircle16Regular } from '@fluentui/react-icons';
import { useTexts } from '../platform/texts/texts.ts';

export type Saving = 'nothing-yet' | 'saving' | 'saved' | 'not-connected' | 'problem';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '6px', minHeight: '20px', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
});

/** `saved` may only be given when the server has stored it. */
export function SavedState({ state }: { state: Saving }) {
  const styles = useStyles();
  const t = useTexts('app');
  const shown = {
    'nothing-yet': null,
    saving: { icon: <Spinner size="extra-tiny" aria-hidden />, text: t('saved.saving') },
    saved: { icon: <CheckmarkCircle16Regular className={styles.icon} aria-hidden />, text: t('saved.saved') },
    'not-connected': { icon: <CloudOff16Regular className={styles.icon} aria-hidden />, text: t('saved.notConnected') },
    problem: { icon: <ErrorCircle16Regular className={styles.icon} aria-hidden />, text: t('saved.problem') },
  }[state];
  return (
    <Text size={200} role="status" aria-live="polite" className={styles.line}>
      {shown?.icon}
      {shown?.text}
    </Text>
  );
}
