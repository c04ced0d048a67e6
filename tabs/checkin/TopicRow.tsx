/** One topic in a list: ticked off or not, who wrote it and who can read it, and what its author can do with it. */
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete20Regular, Edit20Regular, LockClosed16Regular, PeopleTeam16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { topicLimit, type Topic, type Topics } from '#api/checkin/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import type { TopicsOf } from './use-topics.ts';

const useStyles = makeStyles({
  // Where it is narrow the buttons go under the words, which keep the width of some words.
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'flex-start', minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flex: '1 1 140px', gap: '2px', paddingTop: '6px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  seen: { display: 'inline-flex', gap: '4px', alignItems: 'center' },
  actions: { display: 'flex', flexShrink: 0, marginLeft: 'auto' },
  form: { display: 'flex', flexDirection: 'column', gap: '8px', width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export type TopicRowProps = { topic: Topic; other: Topics['other']; topics: TopicsOf };

export function TopicRow({ topic, other, topics }: TopicRowProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { text, mine, sharedAt, takenUpAt } = topic;
  const [kept, keep] = useDraft(`topic/change/${topic.topicId}`);
  const [editing, setEditing] = useState(kept || null);
  const [hasClosed, setHasClosed] = useState(false);
  const type = (next: string | null): void => {
    setEditing(next);
    setHasClosed(next === null);
    keep(next !== null && next !== text ? next : '');
  };
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  if (editing !== null)
    return (
      <EditTopic
        text={editing}
        busy={topics.busy}
        onType={type}
        onSave={() => quietly(topics.update(topic, editing.trim()).then(() => type(null)))}
        onCancel={() => type(null)}
      />
    );
  return (
    <div className={styles.row}>
      <Checkbox
        checked={takenUpAt !== null}
        aria-label={t('done', { text })}
        onChange={(_event, { checked }) => quietly(topics.takeUp(topic, checked === true))}
      />
      <span className={styles.words}>
        <Text className={styles.text}>{text}</Text>
        <Line topic={topic} />
        {mine && !sharedAt && !takenUpAt && other && (
          <span>
            <Button
              size="small"
              aria-label={t('shareOne', { name: other.name, text })}
              disabledFocusable={topics.busy}
              onClick={() => quietly(topics.release(topic, other.id))}
            >
              {t('share', { name: other.name })}
            </Button>
          </span>
        )}
      </span>
      {mine && !takenUpAt && (
        <span className={styles.actions}>
          <Button
            appearance="subtle"
            autoFocus={hasClosed}
            icon={<Edit20Regular />}
            aria-label={t('editOne', { text })}
            title={t('edit')}
            onClick={() => setEditing(text)}
          />
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={t('removeOne', { text })}
            title={t('remove')}
            onClick={() => quietly(topics.remove(topic))}
          />
        </span>
      )}
    </div>
  );
}

function Line({ topic: { mine, sharedAt, takenUpAt, madeAt, authorName } }: Pick<TopicRowProps, 'topic'>) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const day = inText.shortDay(madeAt);
  return (
    <Text size={200} className={styles.line}>
      <span>{mine ? t('yours', { day }) : t('theirs', { name: authorName, day })}</span>
      <span className={styles.seen}>
        {sharedAt ? <PeopleTeam16Regular aria-hidden /> : <LockClosed16Regular aria-hidden />}
        {t(sharedAt ? 'both' : 'onlyYou')}
      </span>
      {takenUpAt && <span>{t('takenUp', { day: inText.shortDay(takenUpAt) })}</span>}
    </Text>
  );
}

type EditProps = { text: string; busy: boolean; onType: (text: string) => void; onSave: () => void; onCancel: () => void };

function EditTopic({ text, busy, onType, onSave, onCancel }: EditProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const app = useTexts('app');
  const wrong = text.trim() === '' || text.length > topicLimit;
  return (
    <div className={styles.form}>
      <GrowingText small autoFocus readOnly={busy} aria-label={t('label')} value={text} onChange={(event) => onType(event.target.value)} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy || wrong} onClick={() => !busy && !wrong && onSave()}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{app('cancel')}</Button>
      </div>
    </div>
  );
}
