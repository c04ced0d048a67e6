/** Above everything: whose machine this is, what time it is here, how it looks, who one is. */
import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import { ClockRegular, WrenchScrewdriverRegular } from '@fluentui/react-icons';
import type { Company } from '../desk-api/desk-types.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { PersonSwitch } from '../person/PersonSwitch.tsx';
import { useNow, useTimes } from '../time/use-time.ts';
import { HostMark } from '../ui/HostMark.tsx';
import { usePlace } from '../place/use-place.ts';
import { SettingsMenu } from './SettingsMenu.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '8px', padding: '0 8px 0 22px', minHeight: '48px', minWidth: 0 },
  // Somebody who looks up from the app sees at once that this is not Teams.
  other: { borderTop: `4px solid ${tokens.colorBrandBackground}` },
  barNarrow: { paddingLeft: '10px', gap: '2px' },
  names: { display: 'flex', alignItems: 'baseline', gap: '8px', minWidth: 0, overflow: 'hidden', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis' },
  grow: { flexGrow: 1 },
  clock: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    padding: '0 4px',
  },
  skip: {
    position: 'absolute',
    left: '-9999px',
    ':focus': {
      left: '8px',
      top: '8px',
      zIndex: 10,
      padding: '6px 12px',
      color: tokens.colorBrandForegroundLink,
      backgroundColor: tokens.colorNeutralBackground1,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
});

export function TopBar({ company }: { company: Company }) {
  const styles = useStyles();
  const t = useTexts();
  const { person, tenant } = useMe();
  const narrow = useNarrow();
  const { host } = usePlace();
  return (
    <header className={mergeClasses(styles.bar, host !== 'teams' && styles.other, narrow && styles.barNarrow)}>
      <a className={styles.skip} href="#content">
        {t.bar.skip}
      </a>
      <HostMark host={host} />
      {!narrow && (
        <span className={styles.names}>
          <Text weight="semibold">{host === 'teams' ? t.product : t.host.names[host]}</Text>
          <Text size={200} className={styles.quiet}>
            {tenant.name}
          </Text>
        </span>
      )}
      <span className={styles.grow} />
      <Clock />
      {!narrow && (
        <Button as="a" appearance="subtle" icon={<WrenchScrewdriverRegular />} href="/desk" target="_blank">
          {t.bar.desk}
        </Button>
      )}
      <SettingsMenu personId={person.id} />
      <PersonSwitch company={company} />
    </header>
  );
}

function Clock() {
  const styles = useStyles();
  const t = useTexts();
  const now = useNow();
  const times = useTimes();
  const text = times.at(now).toLocaleString({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <Tooltip content={`${t.bar.clock}: ${text}`} relationship="description">
      <span className={styles.clock} tabIndex={-1}>
        <ClockRegular aria-hidden />
        <Text size={200}>{useNarrow() ? times.clock(now) : text}</Text>
      </span>
    </Tooltip>
  );
}
