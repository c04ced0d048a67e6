/** After one has signed: two questions that need no answer, and, for the employee, the choice to have the manager know. Answers are not kept on the page. */
import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { answerQuestions, changeTold, readHeard, type Heard, type Reply } from '#api/insight/heard/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start', minWidth: 0 },
  tell: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const replies: Reply[] = ['yes', 'partly', 'no'];
const questions = ['heard', 'next'] as const;

export function HeardQuestions({ talk }: { talk: Talk }) {
  const t = useTexts('insight');
  const { talkId, me } = talk;
  const signed = talk.signatures.some(({ side }) => side === me);
  const [sent, setSent] = useState(false);
  const read = useRead(readHeard, { params: { talkId } }, { when: signed });
  if (!signed || (!read.data && !read.error)) return null;
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { answered } = read.data;
  return (
    <Section title={t('title')} lead={answered ? undefined : t('lead')}>
      {answered ? (
        <Said role="status" comesFirst={sent}>
          {t('thanks')}
        </Said>
      ) : (
        <Form talkId={talkId} onSent={() => setSent(true)} />
      )}
      {me === 'employee' && <Tell talk={talk} told={read.data.told} />}
    </Section>
  );
}

function Form({ talkId, onSent }: { talkId: string; onSent: () => void }) {
  const styles = useStyles();
  const t = useTexts('insight');
  const keep = useKeep();
  const [chosen, choose] = useState<Partial<Record<(typeof questions)[number], Reply>>>({});
  const [tried, setTried] = useState(false);
  const onDone = (answer: Heard): void => {
    keep(readHeard, { params: { talkId } }, answer);
    onSent();
  };
  const send = useSend(answerQuestions, { onDone });
  const submit = (): void => {
    setTried(true);
    const { heard, next } = chosen;
    if (heard && next && !send.isPending) send.mutate({ params: { talkId }, body: { heard, next } });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {questions.map((question) => (
        <Field key={question} label={t(question)} validationMessage={tried && !chosen[question] ? t('both') : undefined}>
          <RadioGroup value={chosen[question] ?? ''} onChange={(_event, { value }) => choose({ ...chosen, [question]: value as Reply })}>
            {replies.map((reply) => (
              <Radio key={reply} value={reply} label={t(`reply.${reply}`)} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <ProblemNotice error={send.error} />
      <Button type="submit" disabledFocusable={send.isPending}>
        {t('send')}
      </Button>
    </form>
  );
}

/** The tick stands as it is stored; while it is on its way it stands as it was pressed. */
function Tell({ talk, told }: { talk: Talk; told: boolean }) {
  const styles = useStyles();
  const t = useTexts('insight');
  const keep = useKeep();
  const params = { talkId: talk.talkId };
  const { name } = talk.manager;
  const send = useSend(changeTold, { onDone: (answer) => keep(readHeard, { params }, answer) });
  const shown = send.isPending ? send.variables.body.told : told;
  return (
    <div className={styles.tell}>
      <Checkbox
        label={t('tell', { name })}
        checked={shown}
        onChange={(_event, { checked }) => {
          if (!send.isPending) send.mutate({ params, body: { told: checked === true } });
        }}
      />
      <Text size={200} className={styles.quiet} role="status">
        {told ? t('told', { name }) : t('tellHint', { name })}
      </Text>
      <ProblemNotice error={send.error} />
    </div>
  );
}
