/** Signed agreements in a list, with what can be done with each. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { FollowedAgreement } from '#api/agreement/following/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { FollowedRow } from './FollowedRow.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
});

export type FollowedListProps = {
  label: string;
  agreements: FollowedAgreement[];
  readAgain: () => void;
  /** What else each row says: from which talk, or whose it is too. */
  say?: 'nothing' | 'talk' | 'person';
};

export function FollowedList({ label, agreements, readAgain, say = 'nothing' }: FollowedListProps) {
  const styles = useStyles();
  const t = useTexts('following');
  const { inText } = useDates();
  const fromOf = ({ cycleName: cycle, heldAt, employee }: FollowedAgreement): string => {
    const from = heldAt ? t('from', { cycle, day: inText.shortDay(heldAt) }) : t('fromNoDay', { cycle });
    return say === 'person' ? t('forWhom', { name: employee.name, from }) : from;
  };
  return (
    <ul className={styles.list} aria-label={label}>
      {agreements.map((one) => (
        <li key={`${one.talkId}/${one.agreementId}`} className={styles.item}>
          <FollowedRow agreement={one} readAgain={readAgain} {...(say === 'nothing' ? {} : { from: fromOf(one) })} />
        </li>
      ))}
    </ul>
  );
}
