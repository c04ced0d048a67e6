/** The people of a meeting, as calm tiles. */
import { Avatar, Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Meeting } from '../desk-api/desk-types.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';

const useStyles = makeStyles({
  stage: { flexGrow: 1, minWidth: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground3, padding: '16px', display: 'flex' },
  tiles: { listStyleType: 'none', margin: 'auto', padding: 0, width: '100%', maxWidth: '960px', display: 'grid', gap: '12px' },
  few: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))' },
  many: { gridTemplateColumns: 'repeat(auto-fill, minmax(min(150px, 100%), 1fr))' },
  tile: {
    boxSizing: 'border-box',
    padding: '12px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    textAlign: 'center',
  },
  big: { aspectRatio: '4 / 3', maxHeight: '56vh' },
  name: { display: 'flex', gap: '6px', alignItems: 'center', justifyContent: 'center', flexWrap: 'wrap' },
});

/** More people than this are shown small. */
const fewest = 6;

export function Stage({ meeting }: { meeting: Meeting }) {
  const styles = useStyles();
  const t = useTexts();
  const { person } = useMe();
  const narrow = useNarrow();
  const few = meeting.members.length <= fewest;
  return (
    <section className={styles.stage} aria-label={t.meeting.people} tabIndex={0}>
      <ul className={mergeClasses(styles.tiles, few ? styles.few : styles.many)}>
        {meeting.members.map(({ id, name }) => (
          <li key={id} className={mergeClasses(styles.tile, few && !narrow && styles.big)}>
            <Avatar name={name} color="colorful" size={few && !narrow ? 128 : 64} aria-hidden />
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
