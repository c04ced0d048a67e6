/** What came up and waits for the next time two people meet: written down here, shared or kept, and ticked off when it was taken up. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons';
import type { Topic, Topics as Listed } from '#api/checkin/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { TopicForm } from './TopicForm.tsx';
import { TopicRow } from './TopicRow.tsx';
import { useTopics, type About, type TopicsOf } from './use-topics.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { padding: '4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
  removed: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
});

export type TopicsProps = {
  about: About;
  /** Only those that there are, and nothing while there are none: beside something else that is the main thing. */
  quiet?: boolean;
};

export function Topics({ about, quiet = false }: TopicsProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const topics = useTopics(about);
  const { list, removed } = topics;
  const { topics: all = [], other = null } = list.data ?? {};
  const waiting = all.filter(({ takenUpAt, talkId }) => takenUpAt === null || (about.place === 'talk' && talkId === about.talkId));
  const before = all.filter((topic) => !waiting.includes(topic));
  if (quiet && list.data && waiting.length === 0 && !removed) return null;
  const name = other?.name ?? '';
  const words = {
    mine: { title: t('mine'), lead: t('mineLead') },
    with: { title: t('with', { name }), lead: t('withLead') },
    talk: { title: t('talk'), lead: waiting.length > 0 ? t('talkLead') : undefined },
  }[about.place];
  return (
    <Section {...words}>
      {list.isPending && <BlockSkeleton size={64} />}
      {!list.data && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      <List label={words.title} shown={waiting} other={other} topics={topics} />
      <ProblemNotice error={topics.error} />
      <div role="status">
        {removed && (
          <span className={styles.removed}>
            <Text>{t('removed', { text: short(removed.topic.text) })}</Text>
            <Button size="small" icon={<ArrowUndo20Regular />} onClick={() => void topics.undo(removed).catch(() => undefined)}>
              {t('undo')}
            </Button>
          </span>
        )}
      </div>
      {list.data && !quiet && <TopicForm keep={about.employeeId} other={other} busy={topics.busy} onAdd={topics.add} />}
      {!quiet && before.length > 0 && (
        <Fold title={t('earlier')} aside={String(before.length)} level={3}>
          <List label={t('earlier')} shown={before} other={other} topics={topics} />
        </Fold>
      )}
    </Section>
  );
}

type ListProps = { label: string; shown: Topic[]; other: Listed['other']; topics: TopicsOf };

function List({ label, shown, other, topics }: ListProps) {
  const styles = useStyles();
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {shown.map((topic) => (
        <li key={topic.topicId} className={styles.item}>
          <TopicRow topic={topic} other={other} topics={topics} />
        </li>
      ))}
    </ul>
  );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
