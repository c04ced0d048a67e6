/** The few buttons over the shared notes. Every one of them has its key as well; the editor knows those. */
import { makeStyles, Toolbar, ToolbarToggleButton, tokens } from '@fluentui/react-components';
import {
  TextBold20Regular,
  TextBulletList20Regular,
  TextHeader320Regular,
  TextItalic20Regular,
  TextNumberListLtr20Regular,
} from '@fluentui/react-icons';
import type { Editor } from '@tiptap/react';
import type { ReactElement } from 'react';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  bar: { padding: '2px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexWrap: 'wrap' },
});

type Mark = { name: 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList'; icon: ReactElement; press: () => void };

export function NotesToolbar({ editor }: { editor: Editor }) {
  const styles = useStyles();
  const t = useTexts('note');
  const at = () => editor.chain().focus();
  const marks: Mark[] = [
    { name: 'bold', icon: <TextBold20Regular />, press: () => at().toggleBold().run() },
    { name: 'italic', icon: <TextItalic20Regular />, press: () => at().toggleItalic().run() },
    { name: 'heading', icon: <TextHeader320Regular />, press: () => at().toggleHeading({ level: 3 }).run() },
    { name: 'bulletList', icon: <TextBulletList20Regular />, press: () => at().toggleBulletList().run() },
    { name: 'orderedList', icon: <TextNumberListLtr20Regular />, press: () => at().toggleOrderedList().run() },
  ];
  const pressed = marks.filter(({ name }) => editor.isActive(name)).map(({ name }) => name);
  return (
    // The text keeps the focus: a click that takes it away loses the first keys typed afterwards.
    <Toolbar
      size="small"
      className={styles.bar}
      aria-label={t('toolbar')}
      checkedValues={{ marks: pressed }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {marks.map(({ name, icon, press }) => (
        <ToolbarToggleButton
          key={name}
          name="marks"
          value={name}
          icon={icon}
          appearance="subtle"
          size="small"
          aria-label={t(`mark.${name}`)}
          title={t(`mark.${name}`)}
          onClick={press}
        />
      ))}
    </Toolbar>
  );
}
