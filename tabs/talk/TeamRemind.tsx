/** Reminds several people at once to prepare: says who, what they get, and what became of it. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { remindToPrepare } from '#api/reminder/asking/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Ticks } from '#tabs/ui/Ticks.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export function TeamRemind({ talks, onClose }: { talks: Talk[]; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts('team');
  const app = useTexts('app');
  const remind = useSend(remindToPrepare);
  const [chosen, setChosen] = useState(() => talks.map(({ talkId }) => talkId));
  const told = remind.data;
  const names = new Map(talks.map(({ talkId, employee }) => [talkId, employee.name]));
  const outcome = told && (['reminded', 'already', 'needless'] as const).filter((what) => told[what].length > 0);
  return (
    <InlinePanel title={t('remindTitle')} level="h2" onClose={onClose}>
      <Text>{t('remindText')}</Text>
      {!told && (
        <Ticks
          label={t('whom')}
          all={t('everybody')}
          values={[...names.keys()]}
          chosen={chosen}
          say={(id) => names.get(id) ?? ''}
          onChange={setChosen}
        />
      )}
      <div role="status">
        {outcome?.map((what) => (
          <p key={what}>{t(what, { count: told?.[what].length ?? 0 })}</p>
        ))}
      </div>
      <ProblemNotice error={remind.error} />
      <div className={styles.actions}>
        {!told && (
          <Button
            appearance="primary"
            disabledFocusable={remind.isPending || chosen.length === 0}
            onClick={() => chosen.length > 0 && remind.mutate({ body: { talkIds: chosen } })}
          >
            {t('remindYes', { count: chosen.length })}
          </Button>
        )}
        <Button onClick={onClose}>{told ? t('close') : app('cancel')}</Button>
      </div>
    </InlinePanel>
  );
}
