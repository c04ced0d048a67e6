/** Where the address of a link is typed, below the toolbar. Only addresses that may be linked are taken; others get a sentence and stay in the field. */
import { Button, Link, makeStyles, shorthands, Text, tokens } from '@fluentui/react-components';
import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { isSafeLink, linkOf } from '#api/note/rules.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  input: {
    minWidth: 0,
    padding: '6px 8px',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
    borderRadius: tokens.borderRadiusMedium,
    '::placeholder': { color: tokens.colorNeutralForeground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
  },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export function LinkField({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts('note');
  const app = useTexts('app');
  const before: unknown = editor.getAttributes('link').href;
  const linked = typeof before === 'string' ? before : '';
  const [address, setAddress] = useState(linked.replace(/^mailto:/, ''));
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const href = linkOf(address);
    setWrong(href === null);
    if (href === null) return;
    const chain = editor.chain().focus();
    // Nothing is marked and the cursor is in no link: the address itself becomes the words.
    if (editor.state.selection.empty && linked === '')
      chain.insertContent([{ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }]).run();
    else chain.extendMarkRange('link').setMark('link', { href }).run();
    onClose();
  };
  const remove = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={keep} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <label htmlFor={id}>{t('link.label')}</label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="text"
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      {wrong && (
        <Text size={200} id={`${id}-wrong`} role="alert" className={styles.wrong}>
          {t('link.wrong')}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary">
          {t('link.save')}
        </Button>
        {linked !== '' && (
          <Button size="small" onClick={remove}>
            {t('link.remove')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onClose}>
          {app('cancel')}
        </Button>
        {isSafeLink(linked) && (
          <Link href={linked} target="_blank" rel="noopener noreferrer nofollow">
            {t('link.open')}
          </Link>
        )}
      </div>
    </form>
  );
}
