/** Who one is, in the top bar, and the way to be somebody else. */
import { Avatar, Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Company } from '../desk-api/desk-types.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { usePlace } from '../place/use-place.ts';
import { PersonFinder } from './PersonFinder.tsx';

const useStyles = makeStyles({
  button: { minWidth: 0, maxWidth: '260px', padding: '2px 6px', fontWeight: tokens.fontWeightRegular },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, textAlign: 'start', lineHeight: tokens.lineHeightBase200 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2 },
  inner: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 },
  surface: {
    width: 'min(380px, calc(100vw - 24px))',
    maxHeight: 'min(640px, calc(100vh - 72px))',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
  },
  title: { margin: '0 8px' },
  hint: { color: tokens.colorNeutralForeground3, padding: '0 8px' },
});

export function PersonSwitch({ company }: { company: Company }) {
  const styles = useStyles();
  const t = useTexts();
  const { person } = useMe();
  const narrow = useNarrow();
  const { view, at } = usePlace();
  const [open, setOpen] = useState(false);
  const label = t.person.switch(person.name, person.jobTitle);
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning={{ position: 'below', align: 'end' }}>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={styles.button} aria-label={label} title={label}>
          <span className={styles.inner}>
            <Avatar name={person.name} color="colorful" size={32} aria-hidden />
            {!narrow && (
              <span className={styles.words}>
                <Text size={200} weight="semibold" className={styles.line}>
                  {person.name}
                </Text>
                <Text size={100} className={`${styles.line} ${styles.quiet}`}>
                  {person.jobTitle}
                </Text>
              </span>
            )}
            <ChevronDownRegular aria-hidden />
          </span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t.person.switchTitle}>
        <Subtitle2 as="h2" className={styles.title}>
          {t.person.switchTitle}
        </Subtitle2>
        <PersonFinder company={company} view={at === null ? view : 'app'} currentId={person.id} onChoose={() => setOpen(false)} />
        <Text size={200} className={styles.hint}>
          {t.person.newTabHint}
        </Text>
      </PopoverSurface>
    </Popover>
  );
}
