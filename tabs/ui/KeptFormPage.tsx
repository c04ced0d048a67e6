/** A page with one's own choices: that nobody else sees them, the form, what is wrong, and one button that saves. Which choices they are is the page's. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { KeptForm } from '../platform/autosave/use-kept-form.ts';
import { Page } from './Page.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { RowsSkeleton } from './Skeletons.tsx';

const useStyles = makeStyles({
  promise: { display: 'flex', gap: '8px', alignItems: 'flex-start', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
});

export type KeptFormPageProps<T, W> = {
  form: KeptForm<T, W>;
  words: Record<'title' | 'lead' | 'back' | 'private' | 'save' | 'saved', string>;
  /** The fields, once what is stored has been read. */
  fields: (value: T) => ReactNode;
  /** What comes after the button. */
  children?: ReactNode;
};

export function KeptFormPage<T, W>({ form, words, fields, children }: KeptFormPageProps<T, W>) {
  const styles = useStyles();
  const { value, wrong, unsaved, saving, saved } = form;
  return (
    <Page title={words.title} lead={words.lead} back={{ to: { page: 'my-talk' }, text: words.back }} narrow>
      <Text className={styles.promise}>
        <LockClosed20Regular className={styles.icon} aria-hidden />
        {words.private}
      </Text>
      {!value && !form.error && <RowsSkeleton rows={3} />}
      {value && fields(value)}
      <ProblemNotice error={form.error} onRetry={form.retry} />
      {value && (
        <div className={styles.line}>
          <Button
            appearance="primary"
            disabledFocusable={!unsaved || saving || wrong !== null}
            icon={saving ? <Spinner size="tiny" /> : undefined}
            onClick={form.save}
          >
            {words.save}
          </Button>
          <Text role="status">{saved ? words.saved : ''}</Text>
        </div>
      )}
      {children}
    </Page>
  );
}
