/** What the app was granted, each of which can be taken back and given again. */
import { makeStyles, Subtitle2, Switch, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

type Granted = { application: string[]; delegated: string[]; revoked: string[] };

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  groups: { display: 'flex', gap: '32px', flexWrap: 'wrap' },
  group: { display: 'flex', flexDirection: 'column', alignItems: 'start', minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
});
const permissionsKey = ['permissions'];

export function PermissionsPanel() {
  const styles = useStyles();
  const t = useDeskTexts().permissions;
  const { data } = useQuery({ queryKey: permissionsKey, queryFn: () => callDesk<Granted>('GET', 'permissions') });
  const { act, pending } = useDeskAct([permissionsKey]);
  if (!data) return null;
  const { revoked } = data;
  const change = (name: string, has: boolean): void =>
    void act({
      method: 'PATCH',
      path: 'permissions',
      body: { revoked: has ? revoked.filter((one) => one !== name) : [...revoked, name] },
    });
  return (
    <section className={styles.column} aria-label={t.title}>
      <Subtitle2 as="h2" className={styles.title}>
        {t.title}
      </Subtitle2>
      <Text className={styles.quiet}>{t.lead}</Text>
      <div className={styles.groups}>
        {(['application', 'delegated'] as const).map((kind) => (
          <div key={kind} className={styles.group} role="group" aria-label={t[kind]}>
            <Text weight="semibold">{t[kind]}</Text>
            {data[kind].map((name) => (
              <Switch
                key={name}
                label={{ children: name, className: styles.name }}
                checked={!revoked.includes(name)}
                disabled={pending}
                onChange={(_, { checked }) => change(name, checked)}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
