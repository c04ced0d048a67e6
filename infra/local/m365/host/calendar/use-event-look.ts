/** How an event looks in the calendar: one's own, only asked, away, free, over. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CalendarEvent } from '../desk-api/desk-types.ts';

const useStyles = makeStyles({
  event: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    minWidth: 0,
    overflow: 'hidden',
    padding: '2px 6px',
    boxSizing: 'border-box',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStrokeInteractive}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', zIndex: 2 },
  },
  placed: { position: 'absolute', marginLeft: '2px' },
  // Asked, not answered: not yet one's own.
  open: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    borderLeft: `4px double ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
  },
  away: {
    backgroundColor: tokens.colorPalettePurpleBackground2,
    borderLeftColor: tokens.colorPalettePurpleBorderActive,
    ':hover': { backgroundColor: tokens.colorPalettePurpleBackground2 },
  },
  free: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeftColor: tokens.colorNeutralStrokeAccessible,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground1Hover },
  },
  gone: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
});

/** `isPlaced`: it stands in the grid of hours. */
export function useEventLook(event: CalendarEvent, isPlaced: boolean): string {
  const styles = useStyles();
  const { response, showAs, isCancelled } = event;
  const isOpen = response === 'notResponded' || response === 'tentativelyAccepted' || showAs === 'tentative';
  return mergeClasses(
    styles.event,
    isPlaced && styles.placed,
    (showAs === 'free' || showAs === 'workingElsewhere') && styles.free,
    showAs === 'oof' && styles.away,
    isOpen && styles.open,
    (isCancelled || response === 'declined') && styles.gone,
  );
}
