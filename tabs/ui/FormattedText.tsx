/** Text with headings, lists, boxes to tick and marks, for reading. Draws only what it knows; what it does not know keeps its words. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

export type Piece =
  | { text: string; bold?: true | undefined; italic?: true | undefined; href?: string | undefined }
  | { name: string; checked?: boolean | undefined; pieces: Piece[] };

const useStyles = makeStyles({
  around: {
    minWidth: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: '1.5',
    '& p': { margin: '0 0 8px', minHeight: '1em' },
    '& h3': { margin: '12px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
    '& ul, & ol': { margin: '0 0 8px', paddingLeft: '22px' },
    '& li > p': { margin: 0 },
    '& > :last-child': { marginBottom: 0 },
  },
  boxes: { listStyleType: 'none', paddingLeft: 0 },
  ticked: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  tick: { marginTop: '4px' },
  inside: { minWidth: 0 },
});

export function FormattedText({ pieces }: { pieces: Piece[] }) {
  const styles = useStyles();
  return (
    <div className={styles.around}>
      <All pieces={pieces} />
    </div>
  );
}

function All({ pieces }: { pieces: Piece[] }): ReactNode {
  return pieces.map((piece, at) => ('text' in piece ? <Marked key={at} {...piece} /> : <Block key={at} {...piece} />));
}

function Block({ name, checked, pieces }: Extract<Piece, { name: string }>) {
  const styles = useStyles();
  const inside = <All pieces={pieces} />;
  switch (name) {
    case 'paragraph':
      return <p>{inside}</p>;
    case 'heading':
      return <h3>{inside}</h3>;
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'taskList':
      return <ul className={styles.boxes}>{inside}</ul>;
    case 'taskItem':
      return <Ticked checked={checked === true}>{inside}</Ticked>;
    case 'hardBreak':
      return <br />;
    default:
      return <div>{inside}</div>;
  }
}

function Ticked({ checked, children }: { checked: boolean; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <li className={styles.ticked}>
      <input type="checkbox" disabled checked={checked} readOnly aria-labelledby={id} className={styles.tick} />
      <div id={id} className={styles.inside}>
        {children}
      </div>
    </li>
  );
}

function Marked({ text, bold, italic, href }: Extract<Piece, { text: string }>) {
  const slanted = italic ? <em>{text}</em> : text;
  const marked = bold ? <strong>{slanted}</strong> : slanted;
  // The server lets through nothing else; a page asks again before it makes a link of what somebody else wrote.
  if (!href || !/^(https?:\/\/|mailto:)/i.test(href)) return marked;
  return (
    <Link inline href={href} target="_blank" rel="noopener noreferrer">
      {marked}
    </Link>
  );
}
