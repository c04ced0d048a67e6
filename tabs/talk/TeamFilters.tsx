/** Which rows of the overview are shown: one press each, with how many there are, and a name to look for. */
import { makeStyles, SearchBox, ToggleButton } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { TeamRow } from '#api/talk/team/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { filters, isIn, type Filter } from './use-team.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', justifyContent: 'space-between' },
  group: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  find: { flex: '1 1 200px', maxWidth: '320px', minWidth: 0 },
});

export type TeamFiltersProps = {
  /** The button that shows everybody. */
  all: Ref<HTMLButtonElement>;
  rows: TeamRow[];
  filter: Filter;
  name: string;
  onFilter: (filter: Filter) => void;
  onName: (name: string) => void;
};

export function TeamFilters({ all, rows, filter, name, onFilter, onName }: TeamFiltersProps) {
  const styles = useStyles();
  const t = useTexts('team');
  const counts = filters.map((one) => ({ one, count: rows.filter((row) => isIn(one, row)).length }));
  return (
    <div className={styles.line}>
      <div role="group" aria-label={t('show')} className={styles.group}>
        {counts
          .filter(({ one, count }) => count > 0 || one === filter || one === 'all')
          .map(({ one, count }) => (
            <ToggleButton
              key={one}
              {...(one === 'all' ? { ref: all } : {})}
              size="small"
              shape="circular"
              checked={one === filter}
              onClick={() => onFilter(one)}
            >
              {t(`filter.${one}`, { count })}
            </ToggleButton>
          ))}
      </div>
      {rows.length > 5 && (
        <SearchBox
          className={styles.find}
          placeholder={t('table.find')}
          aria-label={t('table.find')}
          value={name}
          onChange={(_event, { value }) => onName(value)}
        />
      )}
    </div>
  );
}
