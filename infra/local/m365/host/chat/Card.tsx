/** An Adaptive Card in a chat, drawn by Microsoft's own renderer. Its texts are escaped, its links go through the host page. */
import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTexts } from '../me.ts';
import { useOpening } from '../link/use-open-link.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { cardLook } from './card-look.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

const useStyles = makeStyles({
  card: {
    maxWidth: '480px',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    overflowX: 'auto',
    '& p': { margin: 0 },
    '& a': { color: tokens.colorBrandForegroundLink },
    // The renderer lays buttons out in one row and their words in one line, also when there is no room; it says so on the elements themselves.
    '& .ac-actionSet': { flexWrap: 'wrap !important' as 'wrap', gap: '8px' },
    '& .ac-pushButton, & .ac-pushButton *': { whiteSpace: 'normal !important' as 'normal', overflowWrap: 'anywhere' },
    '& .ac-pushButton': {
      minHeight: '32px',
      padding: '5px 12px',
      font: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
      maxWidth: '100%',
      textAlign: 'start',
      ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    },
    '& .ac-pushButton.style-positive': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      ...shorthands.borderColor('transparent'),
    },
    '& .ac-pushButton:disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
    '& .ac-input': {
      font: 'inherit',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusMedium,
      padding: '5px 8px',
      boxSizing: 'border-box',
    },
  },
  ground: { outlineStyle: 'none' },
});

/** `onExecute` is an Action.Execute that was pressed, with what was filled in; `onSubmit` an Action.Submit, which does nothing in a chat. */
type CardProps = { card: unknown; label: string; onExecute(verb: string, data: unknown): Promise<void>; onSubmit?(data: unknown): void };

export function Card({ card, label, onExecute, onSubmit }: CardProps) {
  const styles = useStyles();
  const t = useTexts();
  const ground = useRef<HTMLDivElement>(null);
  const { openLink } = useOpening();
  const press = useEffectEvent((action: Action) => {
    if (action instanceof OpenUrlAction) void openLink(action.url ?? '');
    if (action instanceof SubmitAction) onSubmit?.(action.data);
    if (action instanceof ExecuteAction) void onExecute(action.verb, action.data);
  });
  const follow = useEffectEvent((url: string) => void openLink(url));
  // Drawn again only for another card: what somebody is typing into this one stays.
  useEffect(() => {
    const element = draw(
      card,
      (action) => press(action),
      (url) => follow(url),
    );
    const hadFocus = ground.current?.contains(document.activeElement) ?? false;
    ground.current?.replaceChildren(element ?? t.chat.badCard);
    // Whoever pressed a button reads on in what the card has become.
    if (hadFocus) ground.current?.focus();
  }, [card, t]);
  return (
    <div className={styles.card} role="group" aria-label={label}>
      <div ref={ground} tabIndex={-1} className={styles.ground} />
    </div>
  );
}

function draw(card: unknown, onPress: (action: Action) => void, onLink: (url: string) => void): HTMLElement | null {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(cardLook);
  drawn.onExecuteAction = onPress;
  drawn.onAnchorClicked = (_, anchor) => {
    onLink(anchor.href);
    return true;
  };
  try {
    drawn.parse(card);
    const element = drawn.render() ?? null;
    // The renderer names headings without their level, which is needed to be one.
    element?.querySelectorAll('[role=heading]:not([aria-level])').forEach((heading) => heading.setAttribute('aria-level', '3'));
    return element;
  } catch {
    return null;
  }
}
