/** One question at a time: the question itself, and the way back and on. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { QuestionBox, type QuestionBoxProps } from './QuestionBox.tsx';
import type { Asked } from './use-questions.ts';

const useStyles = makeStyles({
  steps: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type OneQuestionProps = Omit<QuestionBoxProps, 'partKnown' | 'asked'> & StepButtonsProps & { here: Asked };

export function OneQuestion({ here, at, next, onGo, ...box }: OneQuestionProps) {
  return (
    <>
      <QuestionBox key={here.question.id} {...box} asked={here} />
      <StepButtons at={at} next={next} onGo={onGo} />
    </>
  );
}

type StepButtonsProps = {
  at: number;
  /** Name of what comes after this step; the next question has none of its own. */
  next: string | undefined;
  onGo: (at: number) => void;
};

export function StepButtons({ at, next, onGo }: StepButtonsProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  return (
    <div className={styles.steps}>
      {at > 0 && <Button onClick={() => onGo(at - 1)}>{t('previous')}</Button>}
      <Button appearance="primary" onClick={() => onGo(at + 1)}>
        {next ?? t('next')}
      </Button>
    </div>
  );
}
