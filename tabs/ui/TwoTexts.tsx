/** Two versions of the same text side by side, and the choice which one is kept. Nothing is overwritten before somebody has chosen. */
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  both: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0 },
  texts: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  one: { flex: '1 1 200px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  name: { color: tokens.colorNeutralForeground2 },
  text: {
    alignSelf: 'stretch',
    margin: 0,
    padding: '8px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: '40vh',
    overflowY: 'auto',
  },
});

export type TwoTextsProps = {
  mine: string;
  other: string;
  onKeepMine: () => void;
  onTakeOther: () => void;
  /** Where two texts can be one. */ onKeepBoth?: () => void;
};

export function TwoTexts({ mine, other, onKeepMine, onTakeOther, onKeepBoth }: TwoTextsProps) {
  const styles = useStyles();
  const t = useTexts('app');
  const id = useId();
  const versions = [
    { name: t('twoTexts.mine'), text: mine, choose: t('twoTexts.keepMine'), onChoose: onKeepMine },
    { name: t('twoTexts.other'), text: other, choose: t('twoTexts.takeOther'), onChoose: onTakeOther },
  ];
  return (
    <div role="group" aria-labelledby={id} className={styles.both}>
      <Subtitle2 as="h3" id={id} className={styles.title} role="alert">
        {t('twoTexts.title')}
      </Subtitle2>
      <Text>{t('twoTexts.text')}</Text>
      <div className={styles.texts}>
        {versions.map(({ name, text, choose, onChoose }) => (
          <div key={name} className={styles.one}>
            <Text size={200} className={styles.name}>
              {name}
            </Text>
            <p tabIndex={0} className={styles.text}>
              {text === '' ? t('twoTexts.empty') : text}
            </p>
            <Button onClick={onChoose}>{choose}</Button>
          </div>
        ))}
      </div>
      {onKeepBoth && (
        <div>
          <Button onClick={onKeepBoth}>{t('twoTexts.keepBoth')}</Button>
        </div>
      )}
    </div>
  );
}
