/** A sentence that may take the focus when it comes: it has just become true, and what led to it is gone from the page. */
import { makeStyles, mergeClasses, Text, type TextProps } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({ said: { outlineStyle: 'none' } });

/** `comesFirst`: the reader has just made it true. Whoever is elsewhere on the page already stays there. */
export type SaidProps = TextProps & { comesFirst: boolean };

export function Said({ comesFirst, className, ...text }: SaidProps) {
  const styles = useStyles();
  const said = useRef<HTMLElement>(null);
  useEffect(() => {
    if (comesFirst && document.activeElement === document.body) said.current?.focus();
  }, [comesFirst]);
  return <Text ref={said} {...(comesFirst ? { tabIndex: -1 } : {})} {...text} className={mergeClasses(styles.said, className)} />;
}
