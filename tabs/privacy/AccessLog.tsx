/** Who has opened a talk: for its employee everybody, for its manager what they opened themselves. Read when it is asked for, and never kept. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
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
        <Lines talkId={talkId} me={me} />
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
