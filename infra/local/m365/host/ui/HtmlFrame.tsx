/** Somebody's HTML, as it came, where it can do nothing: no scripts, no forms, nothing fetched from elsewhere; its links are handed to the host page. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

// White paper in every theme: mail is written for it.
const useStyles = makeStyles({
  frame: {
    width: '100%',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'white',
    colorScheme: 'light',
    display: 'block',
    boxSizing: 'border-box',
  },
});

// The policy, which comes first, forbids scripts of every kind. The sandbox alone could do so too, but accessibility checks run in the frame.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:";
const base = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>
html{color-scheme:light}body{margin:0;padding:16px;font:14px/1.5 'Segoe UI',system-ui,sans-serif;color:#242424;overflow-wrap:anywhere}
body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}img{max-width:100%;height:auto}table{max-width:100%}a{color:#4f52b2}</style>`;

type HtmlFrameProps = { html: string; title: string; onLink(url: string): void };

export function HtmlFrame({ html, title, onLink }: HtmlFrameProps) {
  const styles = useStyles();
  const element = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(80);
  const follow = useEffectEvent((event: Event) => {
    const link = linkAt(event.target as Node | null);
    if (!link) return;
    event.preventDefault();
    onLink(link);
  });
  useEffect(() => {
    const frame = element.current;
    if (!frame) return;
    const onLoad = (): void => {
      const page = frame.contentDocument;
      if (!page) return;
      const fit = (): void => setHeight(Math.ceil(page.documentElement.getBoundingClientRect().height) + 2);
      fit();
      new ResizeObserver(fit).observe(page.documentElement);
      page.addEventListener('click', (event) => follow(event));
    };
    frame.addEventListener('load', onLoad);
    return () => frame.removeEventListener('load', onLoad);
  }, []);
  return (
    <iframe
      ref={element}
      className={styles.frame}
      style={{ height }}
      title={title}
      sandbox="allow-same-origin allow-scripts"
      srcDoc={base + withoutLeaving(html)}
    />
  );
}

/** The frame has a realm of its own, so its elements are no instances of ours. */
function linkAt(node: Node | null): string | null {
  const element = node && node.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null);
  return element?.closest('a[href]')?.getAttribute('href') ?? null;
}

/** What would leave the page by itself. */
const withoutLeaving = (html: string): string => html.replace(/<\s*(meta|base)\b[^>]*>/gi, '');
