/** One's own data as a file: two buttons, how far it is, and what to do when nothing comes. What is in the file is said around it. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { useDataFile, type DataEntries, type DataFile } from './use-data-file.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  choice: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const kinds: DataFile[] = ['page', 'json'];

export type DataFilesProps = {
  /** The person's own calendar day, for the name of the file. */ day: string;
  entries: DataEntries;
  /** What is said once it is saved, by the file's name. */ saidSaved: (name: string) => string;
};

export function DataFiles({ day, entries, saidSaved }: DataFilesProps) {
  const styles = useStyles();
  const t = useTexts('data');
  const { save, busy, bytes, saved, problem } = useDataFile(day, entries);
  const buttons = useRef<Partial<Record<DataFile, HTMLElement | null>>>({});
  const again = (kind: DataFile): void => {
    buttons.current[kind]?.focus();
    void save(kind);
  };
  return (
    <>
      <div className={styles.choices}>
        {kinds.map((kind) => (
          <div key={kind} className={styles.choice}>
            <Button
              ref={(button: HTMLElement | null) => void (buttons.current[kind] = button)}
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
        {busy ? t('file.busy') : saved ? saidSaved(saved) : ''}
      </Text>
      {/* Grows all the time: not for being read out. */}
      {busy && (
        <Text size={200} className={styles.quiet} aria-hidden>
          {t('file.soFar', { size: Math.ceil(bytes / 1024) })}
        </Text>
      )}
      {problem && <ProblemNotice error={problem.refused} onRetry={() => again(problem.kind)} />}
    </>
  );
}
