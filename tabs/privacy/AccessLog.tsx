/**
 * Who has opened a talk: for its employee everybody, for its manager what they opened themselves, and who has opened what is written about the employee for an
 * access request. Read when it is asked for, and never kept.
 */
import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { readAccessLog } from '#api/privacy/access-log/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { AccessLines } from './AccessLines.tsx';

export function AccessLog({ talk: { talkId, me, employee } }: { talk: TalkWithTemplate }) {
  const t = useTexts('privacy');
  const [open, setOpen] = useState(false);
  const title = t(me === 'employee' ? 'opened.title' : 'opened.titleMine');
  const lead = me === 'employee' ? t('opened.lead') : t('opened.leadMine', { name: firstName(employee.name) });
  return (
    <Section title={title} lead={lead}>
      {open ? (
        <>
          <Lines talkId={talkId} me={me} />
          {me === 'manager' && <Bundles talkId={talkId} name={firstName(employee.name)} />}
        </>
      ) : (
        <div>
          <Button onClick={() => setOpen(true)} aria-label={t('opened.showAll', { title })}>
            {t('opened.show')}
          </Button>
        </div>
      )}
    </Section>
  );
}

type LinesProps = { talkId: string; me: TalkWithTemplate['me'] };

function Lines({ talkId, me }: LinesProps) {
  const t = useTexts('privacy');
  const whose = me === 'manager' ? 'mine' : 'others';
  return (
    <>
      <AccessLines talkId={talkId} me={me} whose={whose} arrives />
      {whose === 'others' && (
        <Fold title={t('opened.mine')} level={3}>
          <AccessLines talkId={talkId} me={me} whose="mine" />
        </Fold>
      )}
    </>
  );
}

/** What may hold what the manager has noted, and was opened by access officers. Nothing is drawn while there is none. */
function Bundles({ talkId, name }: { talkId: string; name: string }) {
  const t = useTexts('privacy');
  const { data, error, refetch } = useRead(readAccessLog, { params: { talkId }, query: { whose: 'others' } });
  if (!data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data.entries.length === 0) return null;
  return (
    <Fold title={t('opened.bundles')} level={3} openAtFirst>
      <Text>{t('opened.bundlesText', { name })}</Text>
      <AccessLines talkId={talkId} me="manager" whose="others" />
    </Fold>
  );
}
