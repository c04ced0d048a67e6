/** Everything of one's own as a file: what is in it, and the two files. */
import { Text } from '@fluentui/react-components';
import { exportJson, exportPage } from '#api/privacy/export/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import { DataFiles } from './DataFiles.tsx';

const entries = { page: exportPage, json: exportJson };

export function SaveData() {
  const t = useTexts('data');
  const { today } = useDates();
  return (
    <Section title={t('file.title')} lead={t('file.lead')}>
      <Text>{t('file.careful')}</Text>
      <DataFiles day={today} entries={entries} saidSaved={(name) => t('file.saved', { name })} />
    </Section>
  );
}
