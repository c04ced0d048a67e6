/** Screen 2: who takes part. Everyone or some departments, with how many talks that makes. */
import { Checkbox, Field, makeStyles, Radio, RadioGroup, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CycleSettings } from '#api/cycle/contract.ts';
import { countPeople } from '#api/cycle/settings/contract.ts';
import { listDepartments } from '#api/people/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { rulesIn } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';
import type { StepProps } from './WhichStep.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))', gap: '0 16px', alignItems: 'start' },
  count: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  sum: { display: 'flex', flexDirection: 'column', gap: '4px' },
  reading: { display: 'flex', gap: '8px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How often departments are read while the directory is still being read for the first time. */
const readingEvery = 2_000;

export function WhoStep({ form, wrongs }: StepProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const read = useRead(listDepartments, {}, { refetchEvery: (answer) => (answer?.syncedAt ? false : readingEvery) });
  const { settings, change, some, chooseSome } = form;
  if (read.isPending) return <RowsSkeleton />;
  const departments = read.data?.departments ?? [];
  const toggle = (name: string, chosen: boolean): void =>
    change({ departments: chosen ? [...settings.departments, name] : settings.departments.filter((known) => known !== name) });
  return (
    <Section title={t('who.heading')}>
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.data?.syncedAt === null && (
        <Text role="status" className={styles.reading}>
          <Spinner size="tiny" aria-hidden /> {t('who.reading')}
        </Text>
      )}
      <RadioGroup
        aria-label={t('who.heading')}
        value={some ? 'some' : 'everyone'}
        onChange={(_event, { value }) => chooseSome(value === 'some')}
      >
        <Radio value="everyone" label={t('who.everyone')} />
        <Radio value="some" label={t('who.some')} />
      </RadioGroup>
      {read.data?.syncedAt && departments.length === 0 && <Text>{t('who.none')}</Text>}
      {some && (
        <Field label={t('who.departments')} {...say(wrongs.departments)}>
          <div role="group" aria-label={t('who.departments')} className={styles.list}>
            {departments.map(({ name, people }) => (
              <Checkbox
                key={name}
                checked={settings.departments.includes(name)}
                onChange={(_event, { checked }) => toggle(name, checked === true)}
                label={
                  <>
                    {name} <span className={styles.quiet}>· {t('who.people', { count: people })}</span>
                  </>
                }
              />
            ))}
          </div>
        </Field>
      )}
      {read.data?.syncedAt && !(some && settings.departments.length === 0) && <Sum settings={settings} />}
    </Section>
  );
}

/** The live count, as the plan has it: a talk each, who is left out, and how many have nobody to hold it yet. The last one stays until the next is known. */
function Sum({ settings }: { settings: CycleSettings }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { leftOut, heldBy } = rulesIn(settings);
  const read = useRead(countPeople, { body: { departments: settings.departments, leftOut, heldBy } });
  const [last, setLast] = useState(read.data);
  if (read.data && read.data !== last) setLast(read.data);
  const counted = read.data ?? last;
  return (
    <>
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      <div role="status" className={styles.sum}>
        {counted ? <Text className={styles.count}>{t('who.talks', { count: counted.talks })}</Text> : <Spinner size="tiny" />}
        {counted && counted.leftOut > 0 && <Text className={styles.quiet}>{t('who.leftOut', { count: counted.leftOut })}</Text>}
        {counted && counted.withoutManager > 0 && (
          <Text className={styles.quiet}>{t('who.withoutManager', { count: counted.withoutManager })}</Text>
        )}
      </div>
    </>
  );
}
