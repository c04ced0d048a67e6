/** Who of the two has shared, side by side: what "when both are ready" waits for. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Checkmark16Regular, Circle16Regular } from '@fluentui/react-icons';
import type { Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

export function ReadyLines({ talk, preparations: { mine, theirs } }: { talk: TalkWithTemplate; preparations: Preparations }) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { inText } = useDates();
  const sides = (['employee', 'manager'] as const).map((side) => ({
    name: talk[side].name,
    isMe: side === talk.me,
    at: (side === talk.me ? mine : theirs).releasedAt,
  }));
  return (
    <ul className={styles.lines} aria-label={t('ready.label')}>
      {sides.map(({ name, isMe, at }) => (
        <li key={name} className={styles.line}>
          {at ? <Checkmark16Regular className={styles.icon} aria-hidden /> : <Circle16Regular className={styles.icon} aria-hidden />}
          <Text>
            {at
              ? t(isMe ? 'ready.youShared' : 'ready.shared', { name, when: inText.instant(at) })
              : t(isMe ? 'ready.youNot' : 'ready.not', { name })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
