/** A person: initials, name, title. The initials are decoration; the name is always text. Fluent's own avatar would cost every page 13 kB. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { initialsOf } from './initials.ts';

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
      <Initials name={name} size={size} id={id ?? name} />
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

const useDiscs = makeStyles({
  disc: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    // Seen in high contrast only, where the colours are gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  small: { width: '24px', height: '24px', fontSize: tokens.fontSizeBase100 },
  usual: { width: '32px', height: '32px', fontSize: tokens.fontSizeBase200 },
  large: { width: '40px', height: '40px', fontSize: tokens.fontSizeBase300 },
  larger: { width: '48px', height: '48px', fontSize: tokens.fontSizeBase400 },
  plum: { backgroundColor: tokens.colorPalettePlumBackground2, color: tokens.colorPalettePlumForeground2 },
  teal: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2 },
  brass: { backgroundColor: tokens.colorPaletteBrassBackground2, color: tokens.colorPaletteBrassForeground2 },
  royal: { backgroundColor: tokens.colorPaletteRoyalBlueBackground2, color: tokens.colorPaletteRoyalBlueForeground2 },
  forest: { backgroundColor: tokens.colorPaletteForestBackground2, color: tokens.colorPaletteForestForeground2 },
  pink: { backgroundColor: tokens.colorPalettePinkBackground2, color: tokens.colorPalettePinkForeground2 },
  steel: { backgroundColor: tokens.colorPaletteSteelBackground2, color: tokens.colorPaletteSteelForeground2 },
  pumpkin: { backgroundColor: tokens.colorPalettePumpkinBackground2, color: tokens.colorPalettePumpkinForeground2 },
});

const colours = ['plum', 'teal', 'brass', 'royal', 'forest', 'pink', 'steel', 'pumpkin'] as const;
const sizes = { 24: 'small', 32: 'usual', 40: 'large', 48: 'larger' } as const;

function Initials({ name, size, id }: { name: string; size: keyof typeof sizes; id: string }) {
  const styles = useDiscs();
  const sum = Array.from(id).reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  const colour = colours[sum % colours.length] ?? 'plum';
  return (
    <span aria-hidden className={mergeClasses(styles.disc, styles[sizes[size]], styles[colour])}>
      {initialsOf(name)}
    </span>
  );
}
