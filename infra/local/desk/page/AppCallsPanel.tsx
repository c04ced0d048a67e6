/** What the app asked its host pages through teams-js, and what no host here answers. */
import {
  Badge,
  Button,
  makeStyles,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { useTexts } from '../../m365/host/me.ts';
import type { Frame, Host } from '../../m365/host/teams-js/abilities.ts';
import type { Outcome } from '../../m365/host/teams-js/outcome.ts';
import { useDeskAct, useDeskTexts, useDeskTimes } from './use-desk-page.ts';

type AppCall = {
  at: string;
  person: { id: string; name: string };
  host: Host;
  frame: Frame;
  func: string;
  outcome: Outcome;
  times: number;
};

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '16px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  scroll: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { minWidth: '960px' },
  narrow: { width: '80px' },
  middle: { width: '170px' },
  func: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const appCallsKey = ['app-calls'];
const colours: Record<Outcome, 'success' | 'subtle' | 'warning' | 'danger'> = {
  answered: 'success',
  heard: 'subtle',
  refused: 'warning',
  unsupported: 'danger',
  late: 'danger',
};

export function AppCallsPanel() {
  const styles = useStyles();
  const texts = useDeskTexts();
  const t = texts.app;
  const [only, setOnly] = useState(false);
  const { data = [], isPending } = useQuery({
    queryKey: appCallsKey,
    queryFn: async () => (await callDesk<{ calls: AppCall[] }>('GET', 'app-calls')).calls,
    refetchInterval: 3_000,
  });
  const { act, pending } = useDeskAct([appCallsKey]);
  const shown = data.filter(({ outcome }) => !only || outcome === 'unsupported' || outcome === 'late');
  return (
    <div className={styles.column}>
      <Text className={styles.quiet}>{t.lead}</Text>
      <div className={styles.row}>
        <Switch label={t.onlyUnsupported} checked={only} onChange={(_, { checked }) => setOnly(checked)} />
        <Button disabled={pending || data.length === 0} onClick={() => void act({ method: 'DELETE', path: 'app-calls' })}>
          {t.clear}
        </Button>
      </div>
      {shown.length === 0 ? !isPending && <Text>{t.none}</Text> : <CallTable calls={shown} />}
    </div>
  );
}

function CallTable({ calls }: { calls: AppCall[] }) {
  const styles = useStyles();
  const texts = useDeskTexts();
  const t = texts.app;
  const { host } = useTexts();
  const times = useDeskTimes();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.sections.app}>
      <Table size="small" className={styles.table} aria-label={texts.sections.app}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.narrow}>{texts.calls.at}</TableHeaderCell>
            <TableHeaderCell>{texts.calls.call}</TableHeaderCell>
            <TableHeaderCell className={styles.middle}>{t.outcome}</TableHeaderCell>
            <TableHeaderCell className={styles.narrow}>{t.times}</TableHeaderCell>
            <TableHeaderCell className={styles.middle}>{t.person}</TableHeaderCell>
            <TableHeaderCell className={styles.middle}>{t.where}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {calls.map((call) => (
            <TableRow key={[call.person.id, call.host, call.frame, call.func, call.outcome].join(' ')}>
              <TableCell className={styles.narrow}>{times.at(call.at).toFormat('HH:mm:ss')}</TableCell>
              <TableCell className={styles.func}>{call.func}</TableCell>
              <TableCell className={styles.middle}>
                <Badge appearance="tint" color={colours[call.outcome]}>
                  {t.outcomes[call.outcome]}
                </Badge>
              </TableCell>
              <TableCell className={styles.narrow}>{call.times}</TableCell>
              <TableCell className={styles.middle}>{call.person.name}</TableCell>
              <TableCell className={styles.middle}>
                {host.names[call.host]}, {t.frames[call.frame]}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
