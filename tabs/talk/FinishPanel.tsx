/** Asks the manager once more before finishing: kindly points out what is still empty, and proposes a day to look at what was agreed. */
import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { listAgreements } from '#api/agreement/contract.ts';
import { readSharedNotes } from '#api/note/contract.ts';
import { readTalk, type TalkWithTemplate } from '#api/talk/contract.ts';
import { proposeCheckIn, readHolding } from '#api/talk/holding/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { checkInAfter, notReached } from './use-parts.ts';
import { useMoveTalk } from './use-talk.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  day: { maxWidth: '220px' },
});

export type FinishPanelProps = {
  talk: TalkWithTemplate;
  readAgain: () => Promise<TalkWithTemplate | undefined>;
  /** `finished`: the talk is finished now. */
  onEnd: (finished: boolean) => void;
};

export function FinishPanel({ talk, readAgain, onEnd }: FinishPanelProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const h = useTexts('holding');
  const app = useTexts('app');
  const { today } = useDates();
  const finish = useMoveTalk('finish', readAgain);
  const checkIn = useCheckIn(talk.talkId);
  const [typed, setTyped] = useState<string | null>(null);
  const day = typed ?? checkIn.kept ?? checkInAfter(today);
  const wrong = day !== '' && day < today;
  const confirm = async (): Promise<void> => {
    if (wrong || !(await checkIn.save(day || null))) return;
    if (await finish.go(talk)) onEnd(true);
  };
  return (
    <InlinePanel title={t('finish.title')} level="h2" look="strong" onClose={() => onEnd(false)}>
      <Empty talk={talk} />
      <Text>{t('finish.text')}</Text>
      <Field
        label={h('finish.checkIn')}
        hint={wrong ? undefined : h('finish.checkInHint')}
        validationMessage={wrong ? h('finish.wrong') : undefined}
      >
        <Input type="date" className={styles.day} min={today} value={day} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {checkIn.error && <Text>{h('finish.notSaved')}</Text>}
      <ProblemNotice error={checkIn.error ?? finish.error} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void confirm()} disabledFocusable={finish.busy || checkIn.busy}>
          {t('finish.confirm')}
        </Button>
        <Button onClick={() => onEnd(false)}>{app('cancel')}</Button>
      </div>
    </InlinePanel>
  );
}

/** What is still empty: notes, agreements, and parts that the two have not come to. */
function Empty({ talk }: { talk: TalkWithTemplate }) {
  const t = useTexts('talk');
  const h = useTexts('holding');
  const language = useLanguage();
  const { talkId, template } = talk;
  const given = { params: { talkId } };
  const notes = useRead(readSharedNotes, given, { refetchEvery: 4_000 });
  const agreements = useRead(listAgreements, given);
  const holding = useRead(readHolding, given);
  const noNotes = notes.data?.text.trim() === '';
  const noAgreements = agreements.data?.agreements.length === 0;
  const missing = noNotes && noAgreements ? 'both' : noNotes ? 'nothingWritten' : noAgreements ? 'nothingAgreed' : null;
  const ids = notReached(
    template.parts.map(({ id }) => id),
    holding.data,
  );
  const titles = template.parts.filter(({ id }) => ids.includes(id)).map(({ title }) => title[language]);
  return (
    <>
      {missing && <Text>{t(`finish.${missing}`)}</Text>}
      {titles.length > 0 && <Text>{h('finish.notReached', { parts: new Intl.ListFormat(language).format(titles) })}</Text>}
    </>
  );
}

/** The day that is kept, and keeping another. When the holding has changed meanwhile (the other went on) it is read and tried once more. */
function useCheckIn(talkId: string) {
  const given = { params: { talkId } };
  const read = useRead(readHolding, given);
  const send = useSend(proposeCheckIn, { refreshes: [readHolding, readTalk] });
  const tryOnce = async (day: string | null, version: number): Promise<string> => {
    try {
      await send.mutateAsync({ ...given, body: { day }, version });
      return 'done';
    } catch (error) {
      return asRefused(error).reason;
    }
  };
  return {
    kept: read.data?.checkIn ?? null,
    busy: send.isPending,
    error: send.error,
    /** Resolves with whether the day is kept. */
    async save(day: string | null): Promise<boolean> {
      const known = read.data ?? (await read.refetch()).data;
      if (known && known.checkIn === day) return true;
      const first = await tryOnce(day, known?.version ?? 0);
      if (first !== 'stale') return first === 'done';
      const newest = (await read.refetch()).data;
      return newest !== undefined && (await tryOnce(day, newest.version)) === 'done';
    },
  };
}
