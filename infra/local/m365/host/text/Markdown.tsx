/** A text with the little markdown of bots; its links are opened as Teams opens them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { useOpening } from '../link/use-open-link.ts';
import { markdownToHtml } from './markdown.ts';

const useStyles = makeStyles({
  text: {
    overflowWrap: 'anywhere',
    '& p, & ul, & ol': { margin: '0 0 6px' },
    '& > :last-child': { marginBottom: 0 },
    '& ul, & ol': { paddingInlineStart: '20px' },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
});

export function Markdown({ text }: { text: string }) {
  const styles = useStyles();
  const { openLink } = useOpening();
  const onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    void openLink(link.href);
  };
  return <div className={styles.text} onClick={onClick} dangerouslySetInnerHTML={{ __html: markdownToHtml(text) }} />;
}
