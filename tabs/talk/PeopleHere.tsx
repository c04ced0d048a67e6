/** Who has the talk open as well, as their own pages say it. Decides nothing. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { PersonName } from '#tabs/ui/PersonName.tsx';

const useStyles = makeStyles({
  people: { display: 'flex', flexDirection: 'column', gap: '4px' },
  person: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PeopleHere({ talk: { employee, manager }, names }: { talk: Pick<Talk, 'employee' | 'manager'>; names: string[] }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const idOf = (name: string): string => [employee, manager].find((person) => person.name === name)?.id ?? name;
  return (
    <div role="status" className={styles.people}>
      {names.map((name) => (
        <span key={name} className={styles.person}>
          <PersonName id={idOf(name)} name={name} size={24} />
          <Text size={200} className={styles.quiet}>
            {t('hereNow')}
          </Text>
        </span>
      ))}
    </div>
  );
}
