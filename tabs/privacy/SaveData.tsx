/** Everything of one's own as a file: what is in it, two buttons, how far it is, and what to do when nothing comes. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { useDataFile, type DataFile } from './use-data-file.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  choice: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const kinds: DataFile[] = ['page', 'json'];

export function SaveData() {
  const styles = useStyles();
  const t = useTexts('data');
  const { today } = useDates();
  const { save, busy, bytes, saved, problem } = useDataFile(today);
  return (
    <Section title={t('file.title')} lead={t('file.lead')}>
      <Text>{t('file.careful')}</Text>
      <div className={styles.choices}>
        {kinds.map((kind) => (
          <div key={kind} className={styles.choice}>
            <Button
              {...(kind === 'page' ? { appearance: 'primary' as const } : {})}
              icon={busy === kind ? <Spinner size="tiny" aria-hidden /> : <ArrowDownload20Regular />}
              disabledFocusable={busy !== null}
              onClick={() => void save(kind)}
            >
              {t(`file.${kind}`)}
            </Button>
            <Text size={200} className={styles.quiet}>
              {t(`file.${kind}Hint`)}
            </Text>
          </div>
        ))}
      </div>
      <Text role="status" className={styles.quiet}>
        {busy ? t('file.busy') : saved ? t('file.saved', { name: saved }) : ''}
      </Text>
      {/* Grows all the time: not for being read out. */}
      {busy && (
        <Text size={200} className={styles.quiet} aria-hidden>
          {t('file.soFar', { size: Math.ceil(bytes / 1024) })}
        </Text>
      )}
      {problem && <ProblemNotice error={problem.refused} onRetry={() => void save(problem.kind)} />}
    </Section>
  );
}
