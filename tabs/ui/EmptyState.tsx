/** An empty place: a small drawing, one sentence what will be here, at most one button. */
import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', gap: '8px', padding: '32px 16px' },
  title: { margin: 0, textAlign: 'center' },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '44ch', textAlign: 'center' },
  action: { marginTop: '8px' },
});

export type EmptyStateProps = { title: string; text?: string; action?: ReactNode; drawing?: 'talk' | 'calendar' | 'search' };

export function EmptyState({ title, text, action, drawing = 'talk' }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <svg
        width="120"
        height="88"
        viewBox="0 0 120 88"
        role="presentation"
        focusable="false"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawings[drawing]}
      </svg>
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      {text && <Text className={styles.text}>{text}</Text>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

const line = tokens.colorNeutralStroke1;
const brand = tokens.colorBrandStroke1;
const soft = tokens.colorBrandBackground2;
const paper = tokens.colorNeutralBackground1;

const drawings = {
  talk: (
    <>
      <path d="M14 20a8 8 0 0 1 8-8h38a8 8 0 0 1 8 8v20a8 8 0 0 1-8 8H36L24 58V48h-2a8 8 0 0 1-8-8z" fill={soft} stroke={brand} />
      <path d="M26 25h30M26 35h20" stroke={brand} />
      <path d="M76 32h22a8 8 0 0 1 8 8v18a8 8 0 0 1-8 8h-2v10L84 66H60a8 8 0 0 1-8-8v-3" fill={paper} stroke={line} />
      <path d="M72 48h22M80 56h14" stroke={line} />
    </>
  ),
  calendar: (
    <>
      <rect x="26" y="16" width="68" height="60" rx="8" fill={paper} stroke={line} />
      <path d="M26 34h68M42 10v12M78 10v12" stroke={line} />
      <rect x="36" y="42" width="14" height="10" rx="3" fill={soft} stroke={brand} />
      <rect x="70" y="58" width="14" height="10" rx="3" fill={soft} stroke={brand} />
      <path d="M58 47h4M76 47h4M40 63h4M58 63h4" stroke={line} />
    </>
  ),
  search: (
    <>
      <circle cx="54" cy="40" r="24" fill={soft} stroke={brand} />
      <path d="m72 58 18 18" stroke={line} />
      <path d="M44 38h20M44 46h12" stroke={brand} />
    </>
  ),
};
