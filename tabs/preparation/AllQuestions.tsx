/** All questions on one page, part by part, with each part's guidance; for those who like to see the whole before they write. */
import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useLanguage } from '#tabs/platform/texts/texts.ts';
import { QuestionBox, type QuestionBoxProps } from './QuestionBox.tsx';
import { partsOf, type Asked } from './use-questions.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '24px', minWidth: 0 },
  head: { display: 'flex', flexDirection: 'column', gap: '2px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '16px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type AllQuestionsProps = Omit<QuestionBoxProps, 'asked' | 'partKnown' | 'badge'> & { asked: Asked[] };

export function AllQuestions({ asked, ...each }: AllQuestionsProps) {
  const styles = useStyles();
  const language = useLanguage();
  return partsOf(asked).map((part) => (
    <div key={part.id} className={styles.part}>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.title}>
          {part.title[language]}
        </Subtitle1>
        <Text className={styles.quiet}>{part.guidance[language]}</Text>
      </div>
      {asked
        .filter((one) => one.part === part)
        .map((one) => (
          <QuestionBox key={one.question.id} {...each} asked={one} partKnown />
        ))}
    </div>
  ));
}
