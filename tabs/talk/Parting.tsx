/** A talk that has begun when its employee gets a new manager: what the employee may choose, with what each means for who reads what; and what was chosen. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import { lastDayOf } from '#api/talk/parting/rules.ts';
import { useGo, useLinkTo, usePlace } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { WhatFollows } from './WhatFollows.tsx';
import { useParting } from './use-parting.ts';

const useStyles = makeStyles({
  ways: {
    display: 'grid',
    gap: '16px 24px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  way: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export type PartingProps = { talk: Talk; readAgain: () => Promise<Talk | undefined> };

export function Parting({ talk, readAgain }: PartingProps) {
  const t = useTexts('parting');
  const { parting, me, manager, employee, startedOver } = talk;
  if (startedOver) {
    const names = { manager: manager.name, employee: employee.name, from: startedOver.from.name };
    return <News text={t(`news.${me}`, names)}>{me === 'employee' && <WhatFollows manager={manager.name} />}</News>;
  }
  if (!parting) return null;
  if (me === 'employee') return <Choice talk={talk} parting={parting} readAgain={readAgain} />;
  return <ForManager talk={talk} parting={parting} />;
}

function News({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <MessageBar layout="multiline" role="status">
      <MessageBarBody>
        {text}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}

type Given = { talk: Talk; parting: NonNullable<Talk['parting']> };

function useNames({ talk, parting }: Given) {
  const { inText } = useDates();
  return { from: talk.manager.name, to: parting.newManager.name, employee: talk.employee.name, day: inText.day(lastDayOf(parting.until)) };
}

function ForManager(given: Given) {
  const t = useTexts('parting');
  return <News text={t('manager', useNames(given))} />;
}

/** What is closed is still there to be read; not offered on its own page. */
function ReadOld({ talkId, text }: { talkId: string; text: string }) {
  const linkTo = useLinkTo();
  if (usePlace()?.page !== 'my-talk') return null;
  return (
    <Button as="a" {...linkTo({ page: 'talk', talkId })}>
      {text}
    </Button>
  );
}

function StartedOver({ names, anewId }: { names: ReturnType<typeof useNames>; anewId: string }) {
  const t = useTexts('parting');
  const linkTo = useLinkTo();
  return (
    <Section title={t('startedOver', names)} lead={t('startedOverSay', names)} look="strong">
      <div>
        <Button as="a" appearance="primary" {...linkTo({ page: 'talk', talkId: anewId })}>
          {t('open', names)}
        </Button>
      </div>
    </Section>
  );
}

type OverProps = { talk: Talk; names: ReturnType<typeof useNames>; problem: ReactNode; button: ReactNode };

function Over({ talk, names, problem, button }: OverProps) {
  const styles = useStyles();
  const t = useTexts('parting');
  return (
    <Section title={t('ended', names)} lead={t('endedSay', names)} look="strong">
      <Text>{t('againSay', names)}</Text>
      <div className={styles.acts}>
        {button}
        <ReadOld talkId={talk.talkId} text={t('read', names)} />
      </div>
      {problem}
    </Section>
  );
}

function Choice({ talk, parting, readAgain }: Given & PartingProps) {
  const styles = useStyles();
  const t = useTexts('parting');
  const names = useNames({ talk, parting });
  const { choose, busy, error } = useParting(readAgain);
  const [asking, setAsking] = useState(false);
  const go = useGo();
  const startOver = async (): Promise<void> => {
    const anew = await choose(talk, 'start-over');
    if (anew) go({ page: 'talk', talkId: anew.talkId });
    else setAsking(false);
  };
  const { choices, isOver, anewId } = parting;
  if (anewId) return <StartedOver names={names} anewId={anewId} />;
  if (asking)
    return (
      <ConfirmPanel
        title={t('confirmTitle', names)}
        confirm={t('over', names)}
        busy={busy}
        onConfirm={() => void startOver()}
        onCancel={() => setAsking(false)}
      >
        {t('confirm', names)}
      </ConfirmPanel>
    );
  const ask = (main: boolean) => (
    <Button appearance={main ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
      {t('over', names)}
    </Button>
  );
  const problem = <ProblemNotice error={error} />;
  if (isOver) return <Over talk={talk} names={names} problem={problem} button={ask(true)} />;
  if (!choices.includes('finish') || !choices.includes('start-over')) {
    const isSigned = !choices.includes('start-over');
    return (
      <Section title={t('titleChosen', names)}>
        <Text>{t(isSigned ? 'signed' : 'chosen', names)}</Text>
        {!isSigned && <div>{ask(false)}</div>}
        {problem}
      </Section>
    );
  }
  return (
    <Section title={t('title', names)} lead={t('lead', names)} look="strong">
      <ul className={styles.ways}>
        <li className={styles.way}>
          <Text>{t('finishSay', names)}</Text>
          <Button disabledFocusable={busy} onClick={() => void choose(talk, 'finish')}>
            {t('finish', names)}
          </Button>
        </li>
        <li className={styles.way}>
          <Text>{t('overSay', names)}</Text>
          {ask(false)}
        </li>
      </ul>
      {problem}
    </Section>
  );
}
