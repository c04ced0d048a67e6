/** A list of wishes, one line each, with a button that takes a line away and one that adds the next while there may be more. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { mostWishes } from '#api/wish/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start' },
});

export type WishLinesProps<One> = {
  label: string;
  all: One[];
  /** Said while there are none. */
  none: string;
  add: string;
  /** What a new line begins with. */
  fresh: One;
  put: (all: One[]) => void;
  children: (one: One, at: number, edit: (part: Partial<One>) => void) => ReactNode;
};

export function WishLines<One extends object>({ label, all, none, add, fresh, put, children }: WishLinesProps<One>) {
  const styles = useStyles();
  const t = useTexts('wish');
  const edit = (at: number, part: Partial<One>): void => put(all.map((one, other) => (other === at ? { ...one, ...part } : one)));
  return (
    <>
      {all.length === 0 && <Text className={styles.quiet}>{none}</Text>}
      <ul className={styles.list} aria-label={label}>
        {all.map((one, at) => (
          <li key={at} className={styles.line}>
            {children(one, at, (part) => edit(at, part))}
            <Button
              appearance="subtle"
              icon={<Delete16Regular />}
              aria-label={t('remove')}
              onClick={() => put(all.filter((_one, other) => other !== at))}
            />
          </li>
        ))}
      </ul>
      {all.length < mostWishes && (
        <Button className={styles.add} icon={<Add16Regular />} onClick={() => put([...all, fresh])}>
          {add}
        </Button>
      )}
    </>
  );
}
