/** What is signed, for reading: the notes with their formatting, and the agreements. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Summary } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { FormattedText } from '#tabs/ui/FormattedText.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.5' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  one: { display: 'flex', flexDirection: 'column' },
});

export function SummaryContent({ summary }: { summary: Summary }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  const { notes, formatted, agreements } = summary;
  return (
    <>
      <Section title={t('notes')}>
        {notes.trim() === '' ? <Text className={styles.quiet}>{t('noNotes')}</Text> : <FormattedText pieces={formatted} />}
      </Section>
      <Section title={t('agreements')}>
        {agreements.length === 0 && <Text className={styles.quiet}>{t('noAgreements')}</Text>}
        <ul className={styles.list} aria-label={t('agreements')}>
          {agreements.map(({ text, ownerName: owner, due }, at) => (
            <li key={at} className={styles.one}>
              <Text className={styles.text}>{text}</Text>
              <Text size={200} className={styles.quiet}>
                {due ? t('due', { owner, day: inText.day(due) }) : t('noDue', { owner })}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
