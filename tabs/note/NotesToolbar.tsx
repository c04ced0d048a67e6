/**
 * The few buttons over the shared notes, in one row down to 280 px. Every one of them has its key as well; the editor knows those. Plain buttons:
 * Fluent's toolbar would make the editor's chunk heavier than its budget.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  Link20Regular,
  TaskListLtr20Regular,
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
  // Where a card leaves less than the panel does, the last button goes below the others and not out of the frame.
  bar: { display: 'flex', flexWrap: 'wrap', padding: '3px 1px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    flex: '1 1 24px',
    minWidth: '24px',
    maxWidth: '36px',
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
  idle: { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
});

export type NotesToolbarProps = { editor: Editor; onLink: () => void };
type Tool = {
  name: 'undo' | 'redo' | 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'taskList' | 'link';
  icon: ReactElement;
  press: () => void;
  /** Left out: it is no state of the text that the button shows. */
  pressed?: boolean;
  idle?: boolean;
};

function toolsOf({ editor, onLink }: NotesToolbarProps): Tool[] {
  const chain = () => editor.chain().focus();
  const is = (name: string): { pressed: boolean } => ({ pressed: editor.isActive(name) });
  return [
    { name: 'undo', icon: <ArrowUndo20Regular />, press: () => chain().undo().run(), idle: !editor.can().undo() },
    { name: 'redo', icon: <ArrowRedo20Regular />, press: () => chain().redo().run(), idle: !editor.can().redo() },
    { name: 'bold', icon: <TextBold20Regular />, press: () => chain().toggleBold().run(), ...is('bold') },
    { name: 'italic', icon: <TextItalic20Regular />, press: () => chain().toggleItalic().run(), ...is('italic') },
    { name: 'heading', icon: <TextHeader320Regular />, press: () => chain().toggleHeading({ level: 3 }).run(), ...is('heading') },
    { name: 'bulletList', icon: <TextBulletList20Regular />, press: () => chain().toggleBulletList().run(), ...is('bulletList') },
    { name: 'orderedList', icon: <TextNumberListLtr20Regular />, press: () => chain().toggleOrderedList().run(), ...is('orderedList') },
    { name: 'taskList', icon: <TaskListLtr20Regular />, press: () => chain().toggleTaskList().run(), ...is('taskList') },
    { name: 'link', icon: <Link20Regular />, press: onLink, ...is('link') },
  ];
}

export function NotesToolbar(props: NotesToolbarProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const [at, setAt] = useState(0);
  const tools = toolsOf(props);
  // One stop for the tab key; arrows move between the buttons (the toolbar pattern of ARIA).
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + tools.length) % tools.length;
    setAt(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    // The text keeps the focus: a click that takes it away loses the first keys typed afterwards.
    <div role="toolbar" aria-label={t('toolbar')} className={styles.bar} onMouseDown={(event) => event.preventDefault()} onKeyDown={move}>
      {tools.map(({ name, icon, press, pressed, idle = false }, place) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.button, pressed && styles.pressed, idle && styles.idle)}
          aria-label={t(`mark.${name}`)}
          aria-pressed={pressed}
          aria-disabled={idle}
          title={t(`mark.${name}`)}
          tabIndex={place === at ? 0 : -1}
          onFocus={() => setAt(place)}
          onClick={() => !idle && press()}
        >
          {icon}
        </button>
      ))}
    </div>
  );
}
