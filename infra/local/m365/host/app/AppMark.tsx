/** A mark for the app, made of its first letter: the host does not know its icons. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMe } from '../me.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
});

export function AppMark() {
  const styles = useStyles();
  const { app } = useMe();
  return (
    <span className={styles.mark} aria-hidden>
      {app.name.slice(0, 1)}
    </span>
  );
}
