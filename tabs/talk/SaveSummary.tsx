/** The summary as a file to keep: two buttons, how far it is, and what to do when nothing comes. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { useSummaryFile, type SummaryFile } from './use-summary-file.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const kinds: SummaryFile[] = ['pdf', 'word'];

export function SaveSummary({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { save, busy, saved, problem } = useSummaryFile(talk);
  return (
    <Section title={t('file.title')} lead={t('file.lead')}>
      <div className={styles.actions}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            icon={busy === kind ? <Spinner size="tiny" aria-hidden /> : <ArrowDownload20Regular />}
            disabledFocusable={busy !== null}
            onClick={() => void save(kind)}
          >
            {t(`file.${kind}`)}
          </Button>
        ))}
      </div>
      <Text role="status" className={styles.quiet}>
        {busy ? t('file.busy') : saved ? t('file.saved', { name: saved }) : ''}
      </Text>
      {problem && <ProblemNotice error={problem.refused} onRetry={() => void save(problem.kind)} />}
    </Section>
  );
}
