/** The manager's plan for the hour: minutes per part, and points of their own. Saves itself; the employee sees it at once, and the page says so. */
import { Button, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { pointsLimit, type Agenda, type AgendaInput, type AgendaPoint } from '#api/talk/agenda/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { useUndo } from '#tabs/platform/autosave/use-undo.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import { SavedFoot } from '#tabs/ui/SavedFoot.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { agendaOf, agendaTextLimit, minutesOf, minutesToChoose, readyOf, textOf } from './use-agenda-text.ts';
import { useAgenda } from './use-agenda.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'flex-start', justifyContent: 'space-between' },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  own: { display: 'flex', gap: '4px', alignItems: 'center', flexShrink: 0 },
  title: { margin: '8px 0 0' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function AgendaEditor({ talk, agenda: stored, badge }: { talk: TalkWithTemplate; agenda: Agenda; badge: ReactNode }) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const language = useLanguage();
  const { autosave, agenda } = useAgenda(talk.talkId, stored);
  const id = useId();
  const undo = useUndo(autosave);
  const { parts } = talk.template;
  const { points } = agenda;
  const write = (change: Partial<AgendaInput>): void => autosave.type(textOf({ ...agenda, ...change }));
  const say = (text: string): string =>
    sayAgenda(
      agendaOf(text),
      parts.map(({ id, title, minutes }) => ({ id, name: title[language], minutes })),
      (values) => t('agenda.line', values),
    );
  const total = minutesOf(parts, agenda);
  return (
    <Section title={t('agenda.title')} lead={t('agenda.lead', { name: talk.employee.name })} aside={badge}>
      <ul className={styles.list} aria-label={t('agenda.parts')}>
        {parts.map((part) => (
          <li key={part.id} className={styles.row}>
            <span className={styles.words}>
              <Text weight="semibold">{part.title[language]}</Text>
              <Text size={200} className={styles.quiet}>
                {part.guidance[language]}
              </Text>
            </span>
            <Minutes
              of={part.title[language]}
              now={agenda.minutes[part.id] ?? part.minutes}
              onChoose={(minutes) => write({ minutes: { ...agenda.minutes, [part.id]: minutes } })}
            />
          </li>
        ))}
      </ul>
      <Subtitle2 as="h3" id={id} className={styles.title}>
        {t('agenda.points')}
      </Subtitle2>
      <ul className={styles.list} aria-labelledby={id}>
        {points.map((point, at) => (
          <Point
            key={point.pointId}
            point={point}
            at={at + 1}
            onChange={(next) => write({ points: points.map((one) => (one === point ? { ...one, ...next } : one)) })}
            onLeave={() => void autosave.flush()}
            onRemove={() => undo.choose(textOf({ ...agenda, points: points.filter((one) => one !== point) }))}
          />
        ))}
      </ul>
      <div>
        <Button
          icon={<Add20Regular />}
          disabledFocusable={points.length >= pointsLimit}
          onClick={() => write({ points: [...points, { pointId: crypto.randomUUID(), text: '', minutes: 5 }] })}
        >
          {t('agenda.add')}
        </Button>
      </div>
      <Text className={styles.quiet}>
        {t(total > talk.lengthMinutes ? 'agenda.over' : 'agenda.total', { count: total, of: talk.lengthMinutes })}
      </Text>
      <SavedFoot autosave={autosave} undo={undo} limit={agendaTextLimit} tooLong="point-too-long" say={say} />
    </Section>
  );
}

type PointProps = {
  point: AgendaPoint;
  at: number;
  onChange: (change: Partial<AgendaPoint>) => void;
  onLeave: () => void;
  onRemove: () => void;
};

function Point({ point: { text, minutes }, at, onChange, onLeave, onRemove }: PointProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const number = t('agenda.point', { at });
  const name = text.trim() || number;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <GrowingText
          small
          autoFocus={text === ''}
          value={text}
          aria-label={number}
          placeholder={t('agenda.pointHint')}
          onChange={(event) => onChange({ text: event.target.value })}
          onBlur={onLeave}
        />
      </span>
      <span className={styles.own}>
        <Minutes of={name} now={minutes} onChoose={(count) => onChange({ minutes: count })} />
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          title={t('agenda.remove')}
          aria-label={t('agenda.removeOne', { name })}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}

function Minutes({ of: name, now, onChoose }: { of: string; now: number; onChoose: (minutes: number) => void }) {
  const t = useTexts('preparation');
  return (
    <Select value={String(now)} aria-label={t('agenda.minutesFor', { name })} onChange={(_event, { value }) => onChoose(Number(value))}>
      {minutesToChoose(now).map((count) => (
        <option key={count} value={String(count)}>
          {t('agenda.minutes', { count })}
        </option>
      ))}
    </Select>
  );
}

type Line = { name: string; count: number };

/** An agenda in lines, for two versions side by side. */
function sayAgenda(agenda: AgendaInput, parts: { id: string; name: string; minutes: number }[], line: (values: Line) => string): string {
  const ofParts = parts.map(({ id, name, minutes }) => ({ name, count: agenda.minutes[id] ?? minutes }));
  const own = readyOf(agenda).points.map(({ text, minutes }) => ({ name: text, count: minutes }));
  return [...ofParts, ...own].map(line).join('\n');
}
