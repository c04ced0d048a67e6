/** One access request for an officer: where it stands, why, what there is to be answered, and the files while it is open. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { openBundleJson, openBundlePage } from '#api/privacy/access-bundle/contract.ts';
import { answerAccessRequest, listAccessRequests, type AccessRequest } from '#api/privacy/access-request/contract.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { DataFiles } from './DataFiles.tsx';
import { useRequestLines } from './use-request-lines.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  reason: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function AccessRequestRow({ request }: { request: AccessRequest }) {
  const styles = useStyles();
  const t = useTexts('access');
  const { today } = useDates();
  const { status, facts } = useRequestLines(request);
  const { requestId, employee, reason, asked, answered } = request;
  const isMine = asked || answered;
  return (
    <div className={styles.row}>
      <Text as="h3" block weight="semibold" className={styles.title}>
        {`${employee || t('gone')}: ${status}`}
      </Text>
      <Text className={styles.quiet}>{facts}</Text>
      {reason !== null && <Text dir="auto" className={styles.reason}>{`${t('list.reason')}: ${reason}`}</Text>}
      {request.status === 'waiting' && <Answer request={request} />}
      {request.status === 'open' && isMine && (
        <>
          <Text>{t('careful')}</Text>
          <DataFiles
            day={today}
            entries={{ page: openBundlePage, json: openBundleJson, requestId }}
            saidSaved={(name) => t('saved', { name })}
          />
        </>
      )}
    </div>
  );
}

function Answer({ request: { requestId, version, asked, employee } }: { request: AccessRequest }) {
  const styles = useStyles();
  const t = useTexts('access');
  const [isAsked, setAsked] = useState(false);
  const send = useSend(answerAccessRequest, { refreshes: [listAccessRequests], onDone: () => setAsked(false) });
  const answer = (said: 'approved' | 'declined'): void => send.mutate({ params: { requestId }, body: { answer: said }, version });
  return (
    <>
      {isAsked ? (
        <ConfirmPanel
          title={t('confirm', { name: employee })}
          confirm={t('confirmDo')}
          busy={send.isPending}
          onConfirm={() => answer('approved')}
          onCancel={() => setAsked(false)}
        >
          {t('confirmText', { name: employee })}
        </ConfirmPanel>
      ) : (
        <div className={styles.actions}>
          {!asked && (
            <Button appearance="primary" onClick={() => setAsked(true)}>
              {t('approve')}
            </Button>
          )}
          <Button disabledFocusable={send.isPending} onClick={() => answer('declined')}>
            {t(asked ? 'takeBack' : 'decline')}
          </Button>
        </div>
      )}
      <ProblemNotice error={send.error} />
    </>
  );
}
