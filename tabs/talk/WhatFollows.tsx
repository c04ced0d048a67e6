/** What a new manager reads by itself of what was before, for its employee: agreements that both have signed, and goals that are marked. With the way to both, and to adding more. */
import { Link, makeStyles, Text } from '@fluentui/react-components';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({ links: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: '4px' } });

export function WhatFollows({ manager }: { manager: string }) {
  const styles = useStyles();
  const t = useTexts('replan');
  const linkTo = useLinkTo();
  return (
    <>
      <Text block>{t('follows.say', { manager })}</Text>
      <span className={styles.links}>
        <Link {...linkTo({ page: 'agreements' })}>{t('follows.agreements')}</Link>
        <Link {...linkTo({ page: 'goals' })}>{t('follows.goals')}</Link>
        <Link {...linkTo({ page: 'new-manager' })}>{t('follows.more')}</Link>
      </span>
    </>
  );
}
