/** The mark of the host one is in: Teams is the local Microsoft 365's own house, Outlook a letter, the Microsoft 365 app a sheet of apps. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { AppsFilled, MailFilled } from '@fluentui/react-icons';
import type { Host } from '../teams-js/abilities.ts';
import { Mark } from './Mark.tsx';

const useStyles = makeStyles({
  mark: {
    display: 'inline-grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    flexShrink: 0,
    fontSize: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
});

export function HostMark({ host }: { host: Host }) {
  const styles = useStyles();
  if (host === 'teams') return <Mark />;
  return (
    <span className={styles.mark} aria-hidden>
      {host === 'outlook' ? <MailFilled /> : <AppsFilled />}
    </span>
  );
}
