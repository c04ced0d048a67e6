/** Where one is in the preparation: parts with their progress at the side, or one line with a bar where it is narrow. */
import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { Checkmark16Regular, Circle16Regular, Send16Regular, TextBulletList16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { progressOf, type Answered, type Asked } from './use-questions.ts';

const wide = '@media (min-width: 721px)';

const useStyles = makeStyles({
  list: { display: 'none', listStyleType: 'none', margin: 0, padding: 0, flexDirection: 'column', gap: '2px', [wide]: { display: 'flex' } },
  line: { display: 'flex', flexDirection: 'column', gap: '6px', [wide]: { display: 'none' } },
  words: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '4px 12px', color: tokens.colorNeutralForeground2 },
  one: {
    width: '100%',
    display: 'flex',
    gap: '10px',
    alignItems: 'center',
    padding: '8px 10px',
    minHeight: '40px',
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightSemibold, boxShadow: tokens.shadow2 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

export type PartListProps = {
  asked: Asked[];
  answered: Answered;
  /** Names of the steps after the questions; the last is reading through and sharing. */
  after: string[];
  /** Index of the question shown, or of a step after them. */
  at: number;
  onGo: (at: number) => void;
  /** All are on the page: none of them is the one. */
  all?: boolean;
};

export function PartList({ asked, answered, after, at, onGo, all = false }: PartListProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const language = useLanguage();
  const here = asked[at]?.part;
  const done = asked.filter(({ question }) => answered.has(question.id)).length;
  return (
    <nav aria-label={t('parts')}>
      <ul className={styles.list}>
        {progressOf(asked, answered).map((one) => (
          <Step
            key={one.part.id}
            here={one.part === here}
            icon={one.done === one.of ? <Checkmark16Regular className={styles.icon} /> : <Circle16Regular className={styles.icon} />}
            name={one.part.title[language]}
            count={t('progress', one)}
            onGo={() => onGo(one.first)}
          />
        ))}
        {after.map((name, step) => (
          <Step
            key={name}
            here={at === asked.length + step}
            icon={
              step === after.length - 1 ? <Send16Regular className={styles.icon} /> : <TextBulletList16Regular className={styles.icon} />
            }
            name={name}
            onGo={() => onGo(asked.length + step)}
          />
        ))}
      </ul>
      <div className={styles.line}>
        <span className={styles.words}>
          {!all && <Text size={200}>{here ? t('at', { at: at + 1, of: asked.length }) : after[at - asked.length]}</Text>}
          <Text size={200}>{t('progress', { done, of: asked.length })}</Text>
        </span>
        <ProgressBar value={done} max={asked.length} thickness="large" aria-label={t('progress', { done, of: asked.length })} />
      </div>
    </nav>
  );
}

type StepProps = { here: boolean; icon: ReactNode; name: string; count?: string; onGo: () => void };

function Step({ here, icon, name, count, onGo }: StepProps) {
  const styles = useStyles();
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.one, here && styles.here)}
        aria-current={here ? 'step' : undefined}
        onClick={onGo}
      >
        {icon}
        <span className={styles.name}>
          {name}
          {count && (
            <Text size={200} block className={styles.count}>
              {count}
            </Text>
          )}
        </span>
      </button>
    </li>
  );
}
