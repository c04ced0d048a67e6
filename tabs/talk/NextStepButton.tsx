/** The one button of a talk in a list: what the reader does next, or a quiet "Open" when it is the other's turn. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { NextStep, Talk } from '#api/talk/contract.ts';
import type { Place } from '#tabs/platform/routes/routes.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { needsMe } from './use-needs.ts';

const useStyles = makeStyles({ act: { whiteSpace: 'nowrap' } });

function placeOf(next: NextStep, talkId: string): Place {
  if (next === 'prepare' || next === 'release') return { page: 'prepare', talkId };
  return next === 'sign' ? { page: 'sign', talkId } : { page: 'talk', talkId };
}

/** @param today whether it should be done today: only that is a filled button, or everything would shout. */
export function NextStepButton({ talk, today }: { talk: Talk; today: boolean }) {
  const styles = useStyles();
  const t = useTexts('team');
  const linkTo = useLinkTo();
  const teams = useTeams();
  const { talkId, joinUrl, next } = talk;
  const act = t(`table.act.${next}`);
  // The visible word comes first in the name, so that it can be said aloud to a voice control.
  const name = t('table.actFor', { act, name: talk.employee.name });
  if (next === 'join' && joinUrl) {
    return (
      <Button className={styles.act} appearance="primary" size="small" aria-label={name} onClick={() => void teams.openLink(joinUrl)}>
        {act}
      </Button>
    );
  }
  return (
    <Button
      as="a"
      className={styles.act}
      appearance={today ? 'primary' : needsMe(talk) ? 'secondary' : 'subtle'}
      size="small"
      aria-label={name}
      {...linkTo(placeOf(next, talkId))}
    >
      {act}
    </Button>
  );
}
