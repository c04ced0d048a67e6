/** Lets the next calls to a service fail, and shows which faults still wait. */
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { PlaceLink } from '../../m365/host/ui/PlaceLink.tsx';
import { FaultForm, faultsKey, type Kind } from './FaultForm.tsx';
import { FaultPresets } from './FaultPresets.tsx';
import { LimitsPanel } from './LimitsPanel.tsx';
import { PermissionsPanel } from './PermissionsPanel.tsx';
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
  words: { display: 'flex', flexDirection: 'column', gap: '4px', marginTop: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  head: { display: 'flex', gap: '12px', alignItems: 'center' },
  link: { color: tokens.colorBrandForegroundLink },
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
      <FaultPresets />
      <div className={styles.words}>
        <Subtitle2 as="h2" className={styles.title}>
          {t.people}
        </Subtitle2>
        <Text className={styles.quiet}>
          {t.peopleLead}{' '}
          <PlaceLink className={styles.link} to={{ view: 'desk' }}>
            {t.toPeople}
          </PlaceLink>
        </Text>
      </div>
      <div className={styles.words}>
        <Subtitle2 as="h2" className={styles.title}>
          {t.own}
        </Subtitle2>
        <Text className={styles.quiet}>{t.ownLead}</Text>
      </div>
      <FaultForm />
      <PermissionsPanel />
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
