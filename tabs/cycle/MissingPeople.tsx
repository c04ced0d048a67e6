/** Tells HR that the directory suddenly lacks many people, who they are, and lets HR say that they have left. Shows nothing while all is well. */
import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { confirmMissing, readMissing } from '#api/people/leaving/contract.ts';
import { useSend, useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'stretch' },
  words: { whiteSpace: 'normal' },
  names: { margin: 0, paddingLeft: '20px' },
  left: { alignSelf: 'flex-start' },
});

export function MissingPeople() {
  const styles = useStyles();
  const t = useTexts('cycle');
  const [sure, setSure] = useState(false);
  const read = useRead(readMissing, {});
  const send = useSend(confirmMissing, { refreshes: [readMissing], onDone: () => setSure(false) });
  if (read.error) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const missing = read.data?.missing;
  if (!missing) return null;
  const { count, people, until } = missing;
  return (
    <section className={styles.all} aria-label={t('missing.title', { count })}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.words}>
          <MessageBarTitle>{t('missing.title', { count })}</MessageBarTitle> {t('missing.text')}
        </MessageBarBody>
      </MessageBar>
      <Fold title={t('missing.names')} level={2}>
        <ul className={styles.names}>
          {people.map(({ id, name, department }) => (
            <li key={id}>
              <Text>{department ? `${name}, ${department}` : name}</Text>
            </li>
          ))}
        </ul>
        {count > people.length && <Text>{t('missing.more', { count: count - people.length })}</Text>}
      </Fold>
      {sure ? (
        <ConfirmPanel
          title={t('missing.sure')}
          confirm={t('missing.yes')}
          busy={send.isPending}
          onConfirm={() => send.mutate({ body: { until } })}
          onCancel={() => setSure(false)}
        >
          <Text>{t('missing.sureText')}</Text>
          <ProblemNotice error={send.error} />
        </ConfirmPanel>
      ) : (
        <Button className={styles.left} onClick={() => setSure(true)}>
          {t('missing.left')}
        </Button>
      )}
    </section>
  );
}
