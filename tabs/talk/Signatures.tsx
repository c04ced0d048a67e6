/** Who has signed and when, and beside each side what it wrote: its comment and its objections. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular } from '@fluentui/react-icons';
import type { Side, Talk } from '#api/talk/contract.ts';
import type { Entry } from '#api/talk/signing/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  who: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  words: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  quote: {
    margin: 0,
    paddingLeft: '10px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

const sides: Side[] = ['employee', 'manager'];

/** `hash`: of the content that is shown, to tell what was said of an earlier one. */
export function Signatures({ talk, entries, hash }: { talk: Talk; entries: Entry[]; hash: string }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  return (
    <ul className={styles.list} aria-label={t('who')}>
      {sides.map((side) => {
        const signature = talk.signatures.find((one) => one.side === side);
        const { name } = talk[side];
        const waits = talk.objecting.includes(side) ? 'objects' : 'waitsFor';
        const said = entries.filter((entry) => entry.side === side && entry.text && ['signed', 'objected'].includes(entry.kind));
        return (
          <li key={side} className={styles.who}>
            {signature ? (
              <CheckmarkCircle20Filled className={styles.icon} aria-hidden />
            ) : (
              <Circle20Regular className={styles.icon} aria-hidden />
            )}
            <div className={styles.words}>
              <Text>{signature ? t('signedBy', { name, when: inText.instant(signature.at) }) : t(waits, { name })}</Text>
              {said.map(({ entryId, kind, text, at, contentHash }) => (
                <blockquote key={entryId} className={styles.quote}>
                  <Text size={200} className={styles.quiet}>
                    {kind === 'signed' ? t('comment.by') : t('objection.by', { when: inText.instant(at) })}
                    {kind === 'objected' && contentHash !== hash && ` · ${t('objection.earlier')}`}
                  </Text>
                  <Text>{text}</Text>
                </blockquote>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
