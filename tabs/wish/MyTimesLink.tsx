/** The quiet way from My talk and My team to the page with one's own times. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function MyTimesLink() {
  const styles = useStyles();
  const t = useTexts('wish');
  const linkTo = useLinkTo();
  return (
    <div className={styles.line}>
      <Link {...linkTo({ page: 'my-times' })}>{t('link')}</Link>
      <Text size={200} className={styles.quiet}>
        {t('linkHint')}
      </Text>
    </div>
  );
}
