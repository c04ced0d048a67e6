/** A table on wide screens that turns into cards on narrow ones, with the same roles for a screen reader. Knows no talk; sorts and filters nothing. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

const narrow = '@media (max-width: 720px)';
// Of two that hold at once either could win.
const cards = '@media (min-width: 341px) and (max-width: 720px)';
const narrowCards = '@media (max-width: 340px)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300, [narrow]: { display: 'block' } },
  body: { [narrow]: { display: 'flex', flexDirection: 'column', gap: '12px' } },
  head: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  heading: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: '4px 12px 8px',
    verticalAlign: 'bottom',
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      display: 'flex',
      flexDirection: 'column',
      gap: '8px',
      padding: '12px',
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRadius: tokens.borderRadiusLarge,
    },
  },
  cell: {
    padding: '10px 12px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'middle',
    [narrow]: {
      padding: 0,
      display: 'grid',
      gap: '8px',
      alignItems: 'baseline',
      '::before': {
        content: 'attr(data-name)',
        color: tokens.colorNeutralForeground2,
        fontSize: tokens.fontSizeBase200,
        hyphens: 'auto',
        minWidth: 0,
      },
    },
    [cards]: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
    // A long name must not run into its value.
    [narrowCards]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  first: { [narrow]: { display: 'block', '::before': { display: 'none' } } },
  below: { padding: '0 12px 16px', [narrow]: { display: 'block', padding: 0 } },
  belowRow: { [narrow]: { display: 'block' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', [narrow]: { textAlign: 'left' } },
});

export type Column<Row> = {
  key: string;
  /** Heading; on narrow screens it stands before the value. */
  name: string;
  show: (row: Row) => ReactNode;
  align?: 'number';
  /** Without a label on cards: for buttons. */
  bare?: boolean;
};

export type CardTableProps<Row> = {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** What has opened under a row, over the whole width; null for nothing. */
  below?: (row: Row) => ReactNode;
};

/** The first column names the row. Roles are given by hand, since a table shown as cards would lose them. */
export function CardTable<Row>({ label, columns, rows, keyOf, below }: CardTableProps<Row>) {
  const styles = useStyles();
  return (
    <table role="table" aria-label={label} className={styles.table}>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {columns.map(({ key, name, align }) => (
            <th key={key} role="columnheader" scope="col" className={mergeClasses(styles.heading, align && styles.number)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => {
          const opened = below?.(row) ?? null;
          return (
            <Fragment key={keyOf(row)}>
              <tr role="row" className={styles.row}>
                {columns.map(({ key, name, show, align, bare }, at) => {
                  const Cell = at === 0 ? 'th' : 'td';
                  return (
                    <Cell
                      key={key}
                      role={at === 0 ? 'rowheader' : 'cell'}
                      {...(at === 0 ? { scope: 'row' } : {})}
                      data-name={name}
                      className={mergeClasses(styles.cell, align && styles.number, (at === 0 || bare) && styles.first)}
                    >
                      {show(row)}
                    </Cell>
                  );
                })}
              </tr>
              {opened && (
                <tr role="row" className={styles.belowRow}>
                  <td role="cell" colSpan={columns.length} className={styles.below}>
                    {opened}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
