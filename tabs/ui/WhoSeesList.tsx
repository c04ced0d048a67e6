/** The badge of WhoSees with the exact list open behind it. Loaded at the first press: what places it on the screen is heavier than a page. */
import { makeStyles, Popover, PopoverSurface, PopoverTrigger, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTexts } from '../platform/texts/texts.ts';
import { WhoSeesButton, type WhoSeesProps } from './WhoSeesButton.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '320px', display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  note: { color: tokens.colorNeutralForeground2 },
});

export function WhoSeesList({ who, readers, note, locked = false }: WhoSeesProps) {
  const styles = useStyles();
  const t = useTexts('app');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The press that this was loaded for: from here on the badge behaves as if it had always been there, focus included.
    button.current?.focus();
    button.current?.click();
  }, []);
  return (
    <Popover trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <WhoSeesButton ref={button} who={who} locked={locked} />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('whoSees.title')}>
        <Subtitle2 as="h3" className={styles.title}>
          {t('whoSees.title')}
        </Subtitle2>
        <ul className={styles.list}>
          {readers.map((reader) => (
            <li key={reader.name}>
              <Text>{reader.name}</Text>
              {reader.note && (
                <Text size={200} block className={styles.note}>
                  {reader.note}
                </Text>
              )}
            </li>
          ))}
        </ul>
        {note && (
          <Text size={200} className={styles.note}>
            {note}
          </Text>
        )}
      </PopoverSurface>
    </Popover>
  );
}
