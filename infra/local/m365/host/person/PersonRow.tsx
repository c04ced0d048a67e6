/** One person to become: a link, and beside it another that opens a new tab. */
import { Avatar, Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import type { Person } from '../desk-api/desk-types.ts';
import { useTexts } from '../me.ts';
import type { View } from '../place/place.ts';
import { addressFrom } from '../place/use-place.ts';
import { chosen, focusRing, hovered } from '../ui/row-look.ts';
import { PlaceLink } from '../ui/PlaceLink.tsx';
import { isHr } from './people.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'stretch', gap: '2px', borderRadius: tokens.borderRadiusMedium },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
  current: chosen,
  who: {
    ...focusRing,
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    gap: '10px',
    alignItems: 'center',
    padding: '6px 8px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ...hovered,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  name: { display: 'flex', gap: '6px', alignItems: 'center', flexWrap: 'wrap' },
  title: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  other: {
    ...focusRing,
    display: 'flex',
    alignItems: 'center',
    padding: '0 10px',
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    ...hovered,
  },
});

export type PersonRowProps = {
  person: Person;
  view: View;
  current?: boolean;
  look?: 'row' | 'card';
  note?: string | undefined;
  onChoose?: () => void;
};

export function PersonRow({ person, view, current = false, look = 'row', note, onChoose }: PersonRowProps) {
  const styles = useStyles();
  const t = useTexts();
  const to = { view, personId: person.id };
  return (
    <div className={mergeClasses(styles.row, look === 'card' && styles.card)}>
      <PlaceLink
        className={mergeClasses(styles.who, current && styles.current)}
        to={to}
        aria-current={current ? 'true' : undefined}
        {...(onChoose ? { onGo: onChoose } : {})}
      >
        <Avatar name={person.name} color="colorful" size={look === 'card' ? 40 : 32} aria-hidden />
        <span className={styles.words}>
          <span className={styles.name}>
            <Text weight="semibold">{person.name}</Text>
            <Marks person={person} />
          </span>
          <Text size={200} className={styles.title}>
            {note === undefined && person.department ? `${person.jobTitle} · ${person.department}` : person.jobTitle}
          </Text>
          {note !== undefined && (
            <Text size={200} className={styles.title}>
              {note}
            </Text>
          )}
        </span>
      </PlaceLink>
      <a
        className={styles.other}
        href={addressFrom(to)}
        target="_blank"
        rel="noopener"
        aria-label={t.person.newTab(person.name)}
        title={t.person.newTab(person.name)}
      >
        <OpenRegular />
      </a>
    </div>
  );
}

function Marks({ person }: { person: Person }) {
  const t = useTexts();
  const marks = [
    isHr(person) && t.person.hr,
    person.isManager && t.person.manager,
    !person.enabled && t.person.disabled,
    !person.hasMailbox && t.person.noMailbox,
  ];
  return marks
    .filter((mark) => mark !== false)
    .map((mark) => (
      <Badge key={mark} appearance="tint" size="small" color={person.enabled ? 'brand' : 'subtle'}>
        {mark}
      </Badge>
    ));
}
