/** The quiet way to the page with one's own reminders. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function RemindersLink() {
  const styles = useStyles();
  const t = useTexts('reminder');
  const linkTo = useLinkTo();
  return (
    <div className={styles.line}>
      <Link {...linkTo({ page: 'reminders' })}>{t('link')}</Link>
      <Text size={200} className={styles.quiet}>
        {t('linkHint')}
      </Text>
    </div>
  );
}
