/**
 * The talk on paper, for a room without screens: on one page what each part asks, the agreements since last time, the goals and room to write by hand; or a
 * page for each part, with what both have shared. Private notes and answers that were not shared are never on it.
 */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { readPreparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { PaperGoals } from '#tabs/development/PaperGoals.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { AgendaPoints } from '#tabs/preparation/AgendaPoints.tsx';
import { AnswerText } from '#tabs/preparation/AnswerText.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { LastTime, PaperPart, Room, ShortPart } from './PaperPart.tsx';
import { useTalk } from './use-talk.ts';

const useStyles = makeStyles({
  screenOnly: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', '@media print': { display: 'none' } },
  // On paper there is no theme: black on white, whatever the screen shows.
  paper: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@media print': { colorScheme: 'light', color: 'CanvasText', backgroundColor: 'Canvas', gap: '12px' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  when: { margin: 0, color: tokens.colorNeutralForeground2, '@media print': { color: 'CanvasText' } },
  agreed: { display: 'flex', flexDirection: 'column', gap: '8px', breakInside: 'avoid' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

export function PaperPage({ talkId = '' }: { talkId?: string }) {
  const t = useTexts('holding');
  const { data: talk, error, refetch } = useTalk(talkId);
  if (error?.reason === 'not-found') return <NotFound />;
  if (talk) return <Paper talk={talk} />;
  if (!error) return <PageSkeleton />;
  return (
    <Page title={t('paper.title')} narrow>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    </Page>
  );
}

function Paper({ talk }: { talk: TalkWithTemplate }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const words = useTexts('talk');
  const dates = useDates();
  const { talkId, employee, manager, start, end, template } = talk;
  const [byPart, setByPart] = useState(false);
  // What is read stands in the access log: nothing is read that is not on the paper.
  const read = useRead(readPreparations, { params: { talkId } }, { when: byPart });
  const names = `${employee.name} · ${manager.name}`;
  return (
    <Page title={names} narrow actions={<Back talkId={talkId} />}>
      <div className={styles.screenOnly}>
        <Text>{t(byPart ? 'paper.leadParts' : 'paper.lead')}</Text>
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={byPart && !read.data} onClick={() => window.print()}>
            {t('paper.print')}
          </Button>
          <Button onClick={() => setByPart(!byPart)}>{t(byPart ? 'paper.onePage' : 'paper.byPart')}</Button>
        </div>
        <Text size={200}>{t('paper.cannot')}</Text>
      </div>
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      <article className={styles.paper}>
        <p className={styles.when}>{start && end ? dates.shortTime(start, end) : words('page.noTime')}</p>
        <LastTime talk={talk} />
        <PaperGoals talkId={talkId} />
        <AgendaPoints talkId={talkId} managerName={manager.name} />
        {!byPart && template.parts.map((part) => <ShortPart key={part.id} part={part} />)}
        {byPart &&
          read.data &&
          template.parts.map((part, at) => (
            <PaperPart
              key={part.id}
              talk={talk}
              part={part}
              newPage={at > 0}
              preparations={read.data}
              answerOf={({ form }, text) => <AnswerText form={form} text={text} />}
            />
          ))}
        <section className={styles.agreed}>
          <h2 className={styles.heading}>{t('paper.agreed')}</h2>
          <Room lines={byPart ? 4 : 3} />
          <p className={styles.when}>{t('paper.after')}</p>
        </section>
      </article>
    </Page>
  );
}

function Back({ talkId }: { talkId: string }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const linkTo = useLinkTo();
  return (
    <Link className={styles.screenOnly} {...linkTo({ page: 'talk', talkId })}>
      {t('paper.back')}
    </Link>
  );
}
