/**
 * The few buttons over the shared notes. Every one of them has its key as well; the editor knows those. Plain buttons: Fluent's toolbar would
 * make the editor's chunk heavier than its budget.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  TextBold20Regular,
  TextBulletList20Regular,
  TextHeader320Regular,
  TextItalic20Regular,
  TextNumberListLtr20Regular,
} from '@fluentui/react-icons';
import type { Editor } from '@tiptap/react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '2px', padding: '3px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    width: '32px',
    height: '32px',
    padding: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // In high contrast a colour alone would not show: the frame does.
  pressed: {
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
});

type Mark = { name: 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList'; icon: ReactElement; press: () => void };

export function NotesToolbar({ editor }: { editor: Editor }) {
  const styles = useStyles();
  const t = useTexts('note');
  const [at, setAt] = useState(0);
  const chain = () => editor.chain().focus();
  const marks: Mark[] = [
    { name: 'bold', icon: <TextBold20Regular />, press: () => chain().toggleBold().run() },
    { name: 'italic', icon: <TextItalic20Regular />, press: () => chain().toggleItalic().run() },
    { name: 'heading', icon: <TextHeader320Regular />, press: () => chain().toggleHeading({ level: 3 }).run() },
    { name: 'bulletList', icon: <TextBulletList20Regular />, press: () => chain().toggleBulletList().run() },
    { name: 'orderedList', icon: <TextNumberListLtr20Regular />, press: () => chain().toggleOrderedList().run() },
  ];
  // One stop for the tab key; arrows move between the buttons (the toolbar pattern of ARIA).
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + marks.length) % marks.length;
    setAt(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    // The text keeps the focus: a click that takes it away loses the first keys typed afterwards.
    <div role="toolbar" aria-label={t('toolbar')} className={styles.bar} onMouseDown={(event) => event.preventDefault()} onKeyDown={move}>
      {marks.map(({ name, icon, press }, place) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.button, editor.isActive(name) && styles.pressed)}
          aria-label={t(`mark.${name}`)}
          aria-pressed={editor.isActive(name)}
          title={t(`mark.${name}`)}
          tabIndex={place === at ? 0 : -1}
          onFocus={() => setAt(place)}
          onClick={press}
        >
          {icon}
        </button>
      ))}
    </div>
  );
}
