/** The reader's open agreements from earlier talks, newest first: what the next talk begins with. And the way to all of them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { listMyAgreements } from '#api/agreement/contract.ts';
import { isOpen } from '#api/agreement/following/rules.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { AgreementRow } from './AgreementRow.tsx';
import { AgreementsLink } from './AgreementsLink.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
});

export type MyAgreementsProps = {
  /** `mine` when there is no talk to come. */
  look?: 'since' | 'mine';
  /** A talk whose agreements are shown elsewhere on the page. */
  exceptTalkId?: string;
};

/** Shows nothing while there is nothing: an empty box would only take attention from what comes next. */
export function MyAgreements({ look = 'since', exceptTalkId }: MyAgreementsProps) {
  const styles = useStyles();
  const t = useTexts('agreement');
  const read = useRead(listMyAgreements, {});
  if (read.error && !read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const earlier = (read.data?.agreements ?? []).filter(({ talkId }) => talkId !== exceptTalkId);
  const agreements = earlier.filter(({ status }) => isOpen(status));
  if (earlier.length === 0) return null;
  return (
    <Section title={t(look)} lead={t('sinceText')}>
      <ul className={styles.list} aria-label={t(look)}>
        {agreements.map((one) => (
          <li key={one.agreementId} className={styles.item}>
            <AgreementRow agreement={one} warnLate say={t(`status.${one.status}`)} />
          </li>
        ))}
      </ul>
      <AgreementsLink />
    </Section>
  );
}
