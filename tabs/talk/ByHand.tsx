/** For the manager, where Samtal may not write into calendars: puts the talk there with one press or as a file, and says so when it is done. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { confirmBooking } from '#api/talk/booking/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { useCalendarFile } from './use-calendar-file.ts';
import { inviteLink } from './use-invite-link.ts';
import { talkReads } from './use-talk.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ByHand({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const dates = useDates();
  const teams = useTeams();
  const confirm = useSend(confirmBooking, { refreshes: talkReads });
  const { save, problem } = useCalendarFile(talk.talkId);
  const { talkId, version, byHand, start, end, employee } = talk;
  if (!byHand || !start || !end) return null;
  const params = { talkId };
  const when = dates.talkTime(start, end);
  return (
    <Section title={t('byHand.title')} lead={t('byHand.lead', { name: employee.name, when })}>
      <div className={styles.actions}>
        <Button onClick={() => void teams.openLink(inviteLink({ ...byHand, start, end }))}>{t('byHand.compose')}</Button>
        <Button onClick={() => void save()}>{t('byHand.file')}</Button>
        <Button disabledFocusable={confirm.isPending} onClick={() => confirm.mutate({ params, version })}>
          {t('byHand.done')}
        </Button>
      </div>
      {talk.move && <Text>{t('byHand.moved')}</Text>}
      <Text className={styles.quiet}>{t('byHand.note')}</Text>
      <ProblemNotice error={problem ?? confirm.error} />
    </Section>
  );
}
