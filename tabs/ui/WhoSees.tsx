/** The badge "who can see": a few words, and the exact list behind it. Who that is comes from the policy, in the feature that uses it. */
import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Eye16Regular, LockClosed16Regular } from '@fluentui/react-icons';
import { useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '320px', display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  note: { color: tokens.colorNeutralForeground2 },
  button: { fontWeight: tokens.fontWeightRegular, maxWidth: '100%' },
});

export type WhoSeesProps = {
  /** In a few words: "only you", "you and Anna". */
  who: string;
  readers: { name: string; note?: string }[];
  /** A sentence under the list: when that changes, what the law may reach. */
  note?: string;
  /** A lock instead of an eye, for what nobody else reads. */
  locked?: boolean;
};

export function WhoSees({ who, readers, note, locked = false }: WhoSeesProps) {
  const styles = useStyles();
  const t = useTexts('app');
  return (
    <Popover trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          shape="circular"
          className={styles.button}
          icon={locked ? <LockClosed16Regular /> : <Eye16Regular />}
          aria-label={t('whoSees.button', { who })}
        >
          {who}
        </Button>
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
