/** The shared notes with what is around them: whose they are, whether they are saved, and why they cannot be written. Loaded only where notes are shown. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { People16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { SavedState } from '#tabs/ui/SavedState.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { NotesText } from './NotesText.tsx';
import { useNotes, useNotesLook, type NotesLook } from './use-notes.ts';
import { useTogether, type Together } from './use-together.ts';

const useStyles = makeStyles({
  // The colour band that private notes have as well, in another colour: shared is brand, with people; private is marigold, with a lock.
  around: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    minWidth: 0,
    paddingLeft: '8px',
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
  },
  band: { display: 'flex', gap: '6px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', justifyContent: 'space-between', alignItems: 'center', minHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  trouble: { color: tokens.colorStatusDangerForeground1 },
});

export type NotesEditorProps = {
  talkId: string;
  badge?: ReactNode;
  together?: Together;
  /** Makes an agreement of a line of the notes; the line stays. */
  onAgree?: (line: string) => void;
};

export function NotesEditor({ talkId, badge, together, onAgree }: NotesEditorProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const { token } = useTeams();
  const { person } = useMe();
  const notes = useNotes(talkId, { me: person, token });
  const look = useNotesLook(notes);
  useTogether(notes, look, together);
  const { state, loaded, mayWrite, trouble } = look;
  return (
    <div className={styles.around}>
      <Text size={200} className={styles.band}>
        <People16Regular aria-hidden className={styles.icon} />
        <Others look={look} />
      </Text>
      {notes && loaded ? (
        <NotesText talkId={talkId} notes={notes} mayWrite={mayWrite === true && trouble !== 'denied'} {...(onAgree ? { onAgree } : {})} />
      ) : (
        trouble !== 'denied' && <BlockSkeleton size={128} />
      )}
      {trouble && (
        <Text size={200} role="alert" className={styles.trouble}>
          {t(trouble)}
        </Text>
      )}
      <div className={styles.foot}>
        {mayWrite === false ? (
          <Text size={200} className={mergeClasses(styles.quiet)}>
            {t(state === 'saving' ? 'closedLate' : 'closed')}
          </Text>
        ) : (
          <SavedState state={state} />
        )}
        {badge}
      </div>
    </div>
  );
}

/** Whose text this is, and who has it open now. */
function Others({ look: { others, mayWrite } }: { look: NotesLook }) {
  const t = useTexts('note');
  const language = useLanguage();
  if (mayWrite === false) return t('was');
  if (others.length === 0) return t('shared');
  return t('here', { names: new Intl.ListFormat(language).format(others) });
}
