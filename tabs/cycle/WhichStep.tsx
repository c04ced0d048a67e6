/** Screen 1: which talk. Template, name of the cycle, and when the two may read each other. */
import { Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import type { CycleSettings } from '#api/cycle/contract.ts';
import type { Template } from '#api/template/contract.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { Section } from '#tabs/ui/Section.tsx';
import type { PlanForm } from './use-plan.ts';
import type { Wrongs } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  promise: { display: 'flex', gap: '8px', alignItems: 'flex-start', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
});

const rules: CycleSettings['releaseRule'][] = ['both-released', 'on-release', 'talk-start'];

export type StepProps = { form: PlanForm; wrongs: Wrongs };

export function WhichStep({ form, wrongs, templates }: StepProps & { templates: Template[] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const { settings, change } = form;
  const choose = (templateId: string): void => {
    const template = templates.find((known) => known.templateId === templateId);
    if (template) change({ templateId, lengthMinutes: template.lengthMinutes, releaseRule: template.releaseRule });
  };
  return (
    <Section title={t('which.heading')}>
      <Field label={t('which.template')} {...say(wrongs.templateId)}>
        <RadioGroup value={settings.templateId} onChange={(_event, { value }) => choose(value)}>
          {templates.map((template) => (
            <Radio key={template.templateId} value={template.templateId} label={<TemplateCard template={template} />} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('which.name')} hint={t('which.nameHint')} required {...say(wrongs.name)}>
        <Input value={settings.name} onChange={(_event, { value }) => change({ name: value })} />
      </Field>
      <Field label={t('which.rule')} hint={t('which.ruleHint')}>
        <RadioGroup
          value={settings.releaseRule}
          onChange={(_event, { value }) => change({ releaseRule: value as CycleSettings['releaseRule'] })}
        >
          {rules.map((rule) => (
            <Radio key={rule} value={rule} label={<Option name={t(`which.rules.${rule}.name`)} text={t(`which.rules.${rule}.text`)} />} />
          ))}
        </RadioGroup>
      </Field>
      <Text className={styles.promise}>
        <LockClosed20Regular className={styles.icon} aria-hidden />
        {t('which.hr')}
      </Text>
    </Section>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const t = useTexts('cycle');
  const language = useLanguage();
  const questions = template.parts.reduce((sum, part) => sum + part.questions.length, 0);
  const facts = t('which.facts', { minutes: template.lengthMinutes, parts: template.parts.length, questions });
  return <Option name={template.name[language]} text={template.purpose[language]} more={facts} />;
}

function Option({ name, text, more }: { name: string; text: string; more?: string }) {
  const styles = useStyles();
  return (
    <span className={styles.option}>
      <Text weight="semibold">{name}</Text>
      <Text className={styles.quiet}>{text}</Text>
      {more && (
        <Text size={200} className={styles.quiet}>
          {more}
        </Text>
      )}
    </span>
  );
}
