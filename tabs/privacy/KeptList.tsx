/** What Samtal keeps of people, in their words: each subject folds out to what it is, who reads it and for how long. The list is the server's own. */
import { makeStyles, Text } from '@fluentui/react-components';
import { readKeeping } from '#api/privacy/keeping/contract.ts';
import { endingsOf, subjectNames, type Subject } from '#api/privacy/rules/subjects.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { stepAmong } from '#tabs/ui/step-among.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  word: { margin: 0 },
  ends: { margin: 0, paddingLeft: '20px' },
});

export function KeptList() {
  const styles = useStyles();
  const t = useTexts('data');
  return (
    <Section title={t('kept.title')}>
      <ul className={styles.list} onKeyDown={stepAmong('[aria-expanded]')}>
        {subjectNames.map((subject) => (
          <li key={subject}>
            <Fold title={t(`subject.${subject}.title`)} level={3} strong indented>
              <Kept subject={subject} />
            </Fold>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Kept({ subject }: { subject: Subject }) {
  const styles = useStyles();
  const t = useTexts('data');
  return (
    <>
      <Text>{t(`subject.${subject}.what`)}</Text>
      <div>
        <Text as="h4" block weight="semibold" className={styles.word}>
          {t('kept.who')}
        </Text>
        <Text>{t(`subject.${subject}.who`)}</Text>
      </div>
      <div>
        <Text as="h4" block weight="semibold" className={styles.word}>
          {t('kept.howLong')}
        </Text>
        <ul className={styles.ends}>
          {endingsOf(subject).map(({ when, bySelf }) => (
            <li key={when}>
              {when === 'next-signed' ? (
                <NextSigned />
              ) : (
                <Text>{bySelf ? t(`ends.${when}`) : `${t(`ends.${when}`)} ${t('kept.notYet')}`}</Text>
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** What an organisation may lengthen, with its reason; as long as that is not known, nothing is said that may be wrong. */
function NextSigned() {
  const t = useTexts('data');
  const { data, error, refetch } = useRead(readKeeping, {});
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { notesStayBecause: reason } = data;
  return <Text>{reason === null ? t('ends.next-signed') : t('kept.longer', { reason })}</Text>;
}
