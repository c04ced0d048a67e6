/** A person: picture with initials, name, title. The picture is decoration; the name is always text. */
import { Avatar, makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  person: { display: 'inline-flex', alignItems: 'center', gap: '10px', minWidth: 0, maxWidth: '100%' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis' },
  title: { color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis' },
});

export type PersonNameProps = {
  name: string;
  title?: string;
  size?: 24 | 32 | 40 | 48;
  /** Same person, same colour: give the id. */ id?: string;
};

export function PersonName({ name, title, size = 32, id }: PersonNameProps) {
  const styles = useStyles();
  return (
    <span className={styles.person}>
      <Avatar name={name} size={size} color="colorful" idForColor={id ?? name} aria-hidden />
      <span className={styles.words}>
        <Text weight="semibold" className={styles.line}>
          {name}
        </Text>
        {title && (
          <Text size={200} className={styles.title}>
            {title}
          </Text>
        )}
      </span>
    </span>
  );
}
