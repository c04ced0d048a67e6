/** What was asked of the services lately, newest first; and new signing keys for those who issue tokens. */
import {
  Badge,
  Button,
  Field,
  makeStyles,
  Select,
  Subtitle2,
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
import { useNotice } from '../../m365/host/ui/Notices.tsx';
import { useDeskAct, useDeskTexts, useDeskTimes } from './use-desk-page.ts';

type Call = { at: string; service: string; method: string; path: string; status: number; code: string | null; permission: string | null };

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', alignItems: 'end', flexWrap: 'wrap' },
  scroll: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { minWidth: '900px' },
  narrow: { width: '90px' },
  status: { width: '170px' },
  permission: { width: '200px', overflowWrap: 'anywhere' },
  path: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', padding: '4px 8px' },
  short: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  title: { margin: 0 },
});

/** No more than one can look through. */
const shown = 300;

export function CallsPanel() {
  const styles = useStyles();
  const t = useDeskTexts().calls;
  const [service, setService] = useState('');
  const query = service === '' ? '' : `?service=${service}`;
  const calls = useQuery({
    queryKey: ['calls', service],
    queryFn: async () => (await callDesk<{ calls: Call[] }>('GET', `calls${query}`)).calls.slice(-shown).reverse(),
    staleTime: 0,
  });
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <Field label={t.service}>
          <Select value={service} onChange={(_, { value }) => setService(value)}>
            <option value="">{t.all}</option>
            <option>graph</option>
            <option>entra</option>
            <option>connector</option>
          </Select>
        </Field>
        <Button onClick={() => void calls.refetch()}>{t.again}</Button>
      </div>
      {calls.data?.length === 0 ? <Text>{t.none}</Text> : <CallTable calls={calls.data ?? []} />}
      <Keys />
    </div>
  );
}

function CallTable({ calls }: { calls: Call[] }) {
  const styles = useStyles();
  const texts = useDeskTexts();
  const t = texts.calls;
  const times = useDeskTimes();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.sections.calls}>
      <Table size="small" className={styles.table} aria-label={texts.sections.calls}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.narrow}>{t.at}</TableHeaderCell>
            <TableHeaderCell className={styles.narrow}>{t.service}</TableHeaderCell>
            <TableHeaderCell>{t.call}</TableHeaderCell>
            <TableHeaderCell className={styles.status}>{t.status}</TableHeaderCell>
            <TableHeaderCell className={styles.permission}>{t.permission}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {calls.map((call, at) => (
            <TableRow key={`${call.at} ${calls.length - at}`}>
              <TableCell className={styles.narrow}>{times.at(call.at).toFormat('HH:mm:ss')}</TableCell>
              <TableCell className={styles.narrow}>{call.service}</TableCell>
              <TableCell className={styles.path} title={`${call.method} ${call.path}`}>
                <span className={styles.short}>
                  {call.method} {call.path}
                </span>
              </TableCell>
              <TableCell className={styles.status}>
                <Badge appearance="tint" color={call.status >= 400 || call.status === 0 ? 'danger' : 'success'}>
                  {call.status === 0 ? t.cut : call.status}
                </Badge>{' '}
                {call.code}
              </TableCell>
              <TableCell className={styles.permission}>{call.permission}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function Keys() {
  const styles = useStyles();
  const t = useDeskTexts().calls;
  const notice = useNotice();
  const { act, pending } = useDeskAct([]);
  const rotate = async (service: string): Promise<void> => {
    if ((await act({ path: 'keys', body: { service } })) !== null) notice(t.rotated, 'info');
  };
  return (
    <section className={styles.column} aria-label={t.keys}>
      <Subtitle2 as="h2" className={styles.title}>
        {t.keys}
      </Subtitle2>
      <div className={styles.row}>
        {['entra', 'connector'].map((service) => (
          <Button key={service} disabled={pending} onClick={() => void rotate(service)}>
            {t.rotate(service)}
          </Button>
        ))}
      </div>
    </section>
  );
}
