/** All goals: one's own with everything that can be done with them; and, for a manager, what the people of the team are working towards. */
import { Link, Tab, TabList } from '@fluentui/react-components';
import { listTeamGoals, type Goals } from '#api/development/goal/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useGo, useLinkTo, usePlace } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { GoalAdding, GoalList } from './GoalList.tsx';
import { OpenAndEnded } from './PersonGoals.tsx';
import { useGoals } from './use-goals.ts';

export function GoalsPage() {
  const t = useTexts('goal');
  const me = useMe();
  const place = usePlace();
  const go = useGo();
  const ofTeam = me.isManager && place?.page === 'goals' && place.whose === 'team';
  const back = ofTeam ? { to: { page: 'team' } as const, text: t('backTeam') } : { to: { page: 'my-talk' } as const, text: t('back') };
  return (
    <Page title={t('title')} lead={t(ofTeam ? 'teamLead' : 'lead')} back={back} narrow>
      {me.isManager && (
        <TabList
          size="small"
          selectedValue={ofTeam ? 'team' : 'mine'}
          onTabSelect={(_event, { value }) =>
            go({ page: 'goals', ...(value === 'team' ? { whose: 'team' as const } : {}) }, { replace: true })
          }
          aria-label={t('whose')}
        >
          <Tab value="mine">{t('tabs.mine')}</Tab>
          <Tab value="team">{t('tabs.team')}</Tab>
        </TabList>
      )}
      {ofTeam ? <TeamGoals /> : <OwnGoals meId={me.person.id} />}
    </Page>
  );
}

function OwnGoals({ meId }: { meId: string }) {
  const t = useTexts('goal');
  const goals = useGoals({ place: 'mine' });
  const { data, error, isPending } = goals.list;
  if (isPending) return <RowsSkeleton rows={4} />;
  if (!data) return <ProblemNotice error={error} onRetry={goals.readAgain} />;
  if (data.goals.length === 0)
    return <GoalAdding list={data} goals={goals} meId={meId} empty={<EmptyState title={t('noneTitle')} text={t('noneText')} />} />;
  return (
    <Section title={t('mine')}>
      <OpenAndEnded list={data} goals={goals} />
      <GoalAdding list={data} goals={goals} meId={meId} />
    </Section>
  );
}

function TeamGoals() {
  const t = useTexts('goal');
  const linkTo = useLinkTo();
  const read = useRead(listTeamGoals, {}, { refetchEvery: 60_000 });
  if (read.isPending) return <RowsSkeleton rows={4} />;
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { mine, further } = read.data;
  const toPerson = ({ employee: { id, name } }: Goals) => (
    <Link {...linkTo({ page: 'person', employeeId: id })} aria-label={t('toPerson', { name })}>
      {t('toPerson', { name: name.split(' ')[0] ?? name })}
    </Link>
  );
  return (
    <>
      {mine.length + further.length === 0 && <EmptyState title={t('noneTeamTitle')} text={t('noneTeamText')} />}
      {mine.map((list) => (
        <Section key={list.employee.id} title={list.employee.name} aside={toPerson(list)}>
          <GoalList label={list.employee.name} shown={list.goals} list={list} />
        </Section>
      ))}
      {further.length > 0 && (
        <Section title={t('further')} lead={t('furtherLead')} look="plain">
          {further.map((list) => (
            <Section key={list.employee.id} title={list.employee.name}>
              <GoalList label={list.employee.name} shown={list.goals} list={list} />
            </Section>
          ))}
        </Section>
      )}
    </>
  );
}
