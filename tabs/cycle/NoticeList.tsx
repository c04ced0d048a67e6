/** What is odd about people and cycles and stops nothing: each with what to do. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Notice } from '#api/cycle/outcome/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  one: { display: 'flex', flexDirection: 'column', gap: '2px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function NoticeList({ notices, unreadRooms = [] }: { notices: Notice[]; unreadRooms?: string[] | undefined }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  if (notices.length + unreadRooms.length === 0) return null;
  const namesOf = ({ people, inAll }: Notice): string => {
    const names = people.map(({ name }) => name).join(', ');
    return inAll > people.length ? t('notice.more', { names, count: inAll - people.length }) : names;
  };
  return (
    <Section title={t('notice.title')} lead={t('notice.lead')}>
      <ul className={styles.list}>
        {unreadRooms.length > 0 && (
          <li className={styles.one}>
            <Text weight="semibold">{t('notice.unread-rooms.what', { count: unreadRooms.length })}</Text>
            <Text>{unreadRooms.join(', ')}</Text>
            <Text className={styles.quiet}>{t('notice.unread-rooms.helps')}</Text>
          </li>
        )}
        {notices.map((notice, at) => (
          <li key={at} className={styles.one}>
            <Text weight="semibold">{t(`notice.${notice.kind}.what`, { count: notice.inAll, cycle: notice.cycleName ?? '' })}</Text>
            <Text>{namesOf(notice)}</Text>
            <Text className={styles.quiet}>{t(`notice.${notice.kind}.helps`)}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
