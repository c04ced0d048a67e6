/** Screen 2: who takes part. Everyone or some departments, with how many talks that makes. */
import { Checkbox, Field, makeStyles, Radio, RadioGroup, Spinner, Text, tokens } from '@fluentui/react-components';
import { listDepartments } from '#api/people/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { useWrongText } from './use-wrong-text.ts';
import type { StepProps } from './WhichStep.tsx';

type Department = { name: string; people: number; withoutManager: number };

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
      {read.data && <Sum departments={some ? departments.filter(({ name }) => settings.departments.includes(name)) : departments} />}
    </Section>
  );
}

/** The live count, as the next screens have it: a talk each, and how many of them have nobody to hold it yet. */
function Sum({ departments }: { departments: Department[] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const people = departments.reduce((sum, department) => sum + department.people, 0);
  const without = departments.reduce((sum, department) => sum + department.withoutManager, 0);
  return (
    <div role="status" className={styles.sum}>
      <Text className={styles.count}>{t('who.talks', { count: people })}</Text>
      {without > 0 && <Text className={styles.quiet}>{t('who.withoutManager', { count: without })}</Text>}
    </div>
  );
}
