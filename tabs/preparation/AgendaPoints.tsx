/** The points that the manager has added to the agenda, for both to read beside its parts. Nothing when there are none. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { readAgenda } from '#api/talk/agenda/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  list: { margin: 0, paddingLeft: '22px' },
  point: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function AgendaPoints({ talkId, managerName }: { talkId: string; managerName: string }) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const read = useRead(readAgenda, { params: { talkId } }, { refetchEvery: 15_000 });
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { points } = read.data;
  if (points.length === 0) return null;
  const title = t('agenda.pointsOf', { name: managerName });
  return (
    <div className={styles.around}>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list} aria-label={title}>
        {points.map(({ pointId, text, minutes }) => (
          <li key={pointId} className={styles.point}>
            {text}{' '}
            {minutes > 0 && (
              <Text size={200} className={styles.quiet}>
                {t('agenda.minutes', { count: minutes })}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
