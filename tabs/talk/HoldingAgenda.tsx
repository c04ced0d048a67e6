/** The agenda while the two talk: where they are, how long each part has taken beside what was planned, and both answers under each part. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons';
import { useEffect, type ReactNode } from 'react';
import { readPreparations, type Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import type { Part } from '#api/template/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useNow } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import type { Holdings } from './use-holding.ts';
import { partTimes, type PartTime } from './use-parts.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  list: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  part: { minWidth: 0, paddingLeft: '8px', borderLeft: `3px solid ${tokens.colorTransparentStroke}` },
  here: { borderLeftColor: tokens.colorBrandStroke1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { height: '4px', backgroundColor: tokens.colorNeutralBackground5, borderRadius: tokens.borderRadiusMedium, overflow: 'hidden' },
  // The same colour before and after the planned end: it tells the time and alarms nobody. In high contrast a frame shows it.
  fill: {
    height: '100%',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralForeground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  start: { alignSelf: 'flex-start' },
});

/** The key for going on: one that types nothing and that neither browsers nor Teams have taken. */
const nextKey = 'F8';

export type HoldingAgendaProps = {
  talk: TalkWithTemplate;
  holdings: Holdings;
  /** What both prepared for a part: drawn by the page. */
  answersOf: (part: Part, preparations: Preparations) => ReactNode;
  /** For the side panel: long answers are folded, and parts too, except the one it is now. */
  compact?: boolean;
};

export function HoldingAgenda({ talk, holdings, answersOf, compact = false }: HoldingAgendaProps) {
  const styles = useStyles();
  const language = useLanguage();
  const now = useNow();
  const { talkId, template } = talk;
  const { holding, nextId, goTo } = holdings;
  const read = useRead(readPreparations, { params: { talkId } }, { refetchEvery: 15_000 });
  const times = partTimes(
    template.parts.map(({ id }) => id),
    holding,
    now,
  );
  return (
    <div className={styles.around}>
      {read.isPending && <BlockSkeleton size={96} />}
      {read.error && !read.data && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
      <div className={styles.list}>
        {read.data &&
          template.parts.map((part, at) => {
            const time = times[at] ?? { partId: part.id, isNow: false, used: null };
            return (
              <div
                key={part.id}
                className={mergeClasses(styles.part, time.isNow && styles.here)}
                aria-current={time.isNow ? 'step' : undefined}
              >
                <Fold
                  // Unfolds when the talk comes to it; what else the reader has unfolded stays so.
                  anew={String(time.isNow)}
                  level={3}
                  strong={!compact || time.isNow}
                  openAtFirst={time.isNow || !compact}
                  title={part.title[language]}
                  aside={<Minutes time={time} planned={part.minutes} />}
                >
                  <Bar time={time} planned={part.minutes} part={part.title[language]} />
                  <Text size={compact ? 200 : 300} className={styles.quiet}>
                    {part.guidance[language]}
                  </Text>
                  {answersOf(part, read.data)}
                  {holding?.partId && !time.isNow && <GoTo onGo={() => goTo(part.id)} busy={holdings.busy} />}
                </Fold>
              </div>
            );
          })}
      </div>
      {holding?.partId && <Next talk={talk} nextId={nextId} holdings={holdings} />}
      <ProblemNotice error={holdings.error} />
    </div>
  );
}

function Minutes({ time: { isNow, used }, planned }: { time: PartTime; planned: number }) {
  const t = useTexts('holding');
  const words = used === null || (used === 0 && !isNow) ? t('planned', { count: planned }) : t('used', { used, planned });
  return isNow ? `${t('now')} · ${words}` : words;
}

function Bar({ time: { used }, planned, part }: { time: PartTime; planned: number; part: string }) {
  const styles = useStyles();
  const t = useTexts('holding');
  if (used === null) return null;
  const share = planned > 0 ? Math.min(100, Math.round((used / planned) * 100)) : 0;
  return (
    <div role="img" aria-label={t('bar', { part, used, planned })} className={styles.bar}>
      {share > 0 && <div className={styles.fill} style={{ width: `${share}%` }} />}
    </div>
  );
}

function GoTo({ onGo, busy }: { onGo: () => void; busy: boolean }) {
  const styles = useStyles();
  const t = useTexts('holding');
  return (
    <Button size="small" className={styles.start} disabledFocusable={busy} onClick={onGo}>
      {t('goTo')}
    </Button>
  );
}

/** Going on: a button, and one key wherever the reader is on the page. What happened is said to those who do not see it. */
function Next({ talk, nextId, holdings: { holding, goTo, busy } }: { talk: TalkWithTemplate; nextId: string | null; holdings: Holdings }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const language = useLanguage();
  const titleOf = (id: string | null): string => talk.template.parts.find((part) => part.id === id)?.title[language] ?? '';
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== nextKey || event.repeat || !nextId) return;
      event.preventDefault();
      goTo(nextId);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <>
      {nextId && (
        <Button
          className={styles.start}
          icon={<ArrowRight20Regular />}
          iconPosition="after"
          disabledFocusable={busy}
          aria-keyshortcuts={nextKey}
          title={t('nextKey', { key: nextKey })}
          onClick={() => goTo(nextId)}
        >
          {t('next', { part: titleOf(nextId) })}
        </Button>
      )}
      <Text role="status" size={200} className={styles.quiet}>
        {t('moved', { part: titleOf(holding?.partId ?? null) })}
      </Text>
    </>
  );
}
