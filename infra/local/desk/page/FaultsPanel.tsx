/** Lets the next calls to a service fail, and shows which faults still wait. */
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { FaultForm, faultsKey, type Kind } from './FaultForm.tsx';
import { LimitsPanel } from './LimitsPanel.tsx';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

type Fault = {
  id: number;
  service: string;
  kind: Kind;
  status: number;
  method: string | null;
  pathContains: string | null;
  times: number;
};

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  head: { display: 'flex', gap: '12px', alignItems: 'center' },
  list: { margin: 0, paddingInlineStart: '20px' },
});

export function FaultsPanel() {
  const styles = useStyles();
  const t = useDeskTexts().faults;
  const faults = useQuery({
    queryKey: faultsKey,
    queryFn: async () => (await callDesk<{ faults: Fault[] }>('GET', 'faults')).faults,
    refetchInterval: 3_000,
  });
  const { act, pending } = useDeskAct([faultsKey]);
  return (
    <div className={styles.column}>
      <Text className={styles.quiet}>{t.lead}</Text>
      <FaultForm />
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {t.waiting}
        </Subtitle2>
        <Button size="small" disabled={pending || faults.data?.length === 0} onClick={() => void act({ method: 'DELETE', path: 'faults' })}>
          {t.clear}
        </Button>
      </div>
      {faults.data?.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <ul className={styles.list}>
          {faults.data?.map((fault) => (
            <li key={fault.id}>{sentenceOf(fault, t)}</li>
          ))}
        </ul>
      )}
      <LimitsPanel />
    </div>
  );
}

type FaultTexts = ReturnType<typeof useDeskTexts>['faults'];
const sentenceOf = (fault: Fault, t: FaultTexts): string =>
  [
    `${fault.times} × ${fault.service}`,
    t.kinds[fault.kind],
    fault.kind.startsWith('refuse') && fault.status,
    fault.method,
    fault.pathContains,
  ]
    .filter(Boolean)
    .join(' · ');
