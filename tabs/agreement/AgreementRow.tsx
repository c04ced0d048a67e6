/** One agreement in a list: what, who and by when, and what can be done with it. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import type { Agreement } from '#api/agreement/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', alignItems: 'flex-start', justifyContent: 'space-between' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexShrink: 0 },
});

export type AgreementRowProps = {
  agreement: Agreement;
  onEdit?: () => void;
  onRemove?: () => void;
  warnLate?: boolean;
  /** How it goes, where the row stands alone. */ say?: string;
};

export function AgreementRow({ agreement, onEdit, onRemove, warnLate = false, say }: AgreementRowProps) {
  const styles = useStyles();
  const t = useTexts('agreement');
  const dates = useDates();
  const { text, ownerName: name, due, goal } = agreement;
  const late = warnLate && due !== null && dates.daysUntil(due) < 0;
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <Text className={styles.text}>{text}</Text>
        <Text size={200} className={styles.quiet}>
          {due ? t('by', { name, day: dates.inText.shortDay(due) }) : t('open', { name })}
          {late && ` · ${t('late')}`}
          {say && ` · ${say}`}
        </Text>
        {goal && (
          <Text size={200} className={mergeClasses(styles.quiet, styles.text)}>
            {t('towards', { goal: goal.what })}
          </Text>
        )}
      </span>
      {onEdit && onRemove && (
        <span className={styles.actions}>
          <Button appearance="subtle" icon={<Edit20Regular />} aria-label={t('editOne', { text })} title={t('edit')} onClick={onEdit} />
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={t('removeOne', { text })}
            title={t('remove')}
            onClick={onRemove}
          />
        </span>
      )}
    </div>
  );
}
