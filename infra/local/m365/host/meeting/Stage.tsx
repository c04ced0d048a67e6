/** The people of a meeting, as calm tiles. */
import { Avatar, Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Meeting } from '../desk-api/desk-types.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';

const useStyles = makeStyles({
  stage: { flexGrow: 1, minWidth: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground3, padding: '16px', display: 'flex' },
  tiles: {
    listStyleType: 'none',
    margin: 'auto',
    padding: 0,
    width: '100%',
    maxWidth: '960px',
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
  },
  tile: {
    position: 'relative',
    aspectRatio: '4 / 3',
    maxHeight: '60vh',
    width: '100%',
    boxSizing: 'border-box',
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  flat: { aspectRatio: '2 / 1' },
  name: {
    position: 'absolute',
    left: '12px',
    right: '12px',
    bottom: '10px',
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
});

export function Stage({ meeting }: { meeting: Meeting }) {
  const styles = useStyles();
  const t = useTexts();
  const { person } = useMe();
  const narrow = useNarrow();
  return (
    <section className={styles.stage} aria-label={t.meeting.people} tabIndex={0}>
      <ul className={styles.tiles}>
        {meeting.members.map(({ id, name }) => (
          <li key={id} className={`${styles.tile} ${narrow ? styles.flat : ''}`}>
            <Avatar name={name} color="colorful" size={narrow ? 72 : 120} aria-hidden />
            <span className={styles.name}>
              <Text weight="semibold">{name}</Text>
              {id === person.id && <Badge appearance="tint">{t.meeting.you}</Badge>}
              {id === meeting.organizer.id && (
                <Badge appearance="outline" color="informative">
                  {t.meeting.organizer}
                </Badge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
