/** The sentence that stands where notes and preparations were. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export type ErasedWordsProps = { erased: NonNullable<Talk['notesErased']> };

export function ErasedWords({ erased: { at, why } }: ErasedWordsProps) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  return <Text className={styles.quiet}>{t(`erased.${why}`, { day: inText.day(at) })}</Text>;
}
