/**
 * The tabs on top, for those who have more than their own talk. They lead to pages with addresses of their own: so they are links, look like the tabs of
 * Teams, and need nothing of Fluent's heavy tab list.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMe } from '../person/use-me.ts';
import { useLinkTo } from '../routes/use-place.ts';
import { useTexts } from '../texts/texts.ts';

export type TopTab = 'my-talk' | 'team' | 'hr' | 'access-requests';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, listStyleType: 'none' },
  tab: {
    position: 'relative',
    display: 'block',
    padding: '12px 10px',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      left: '10px',
      right: '10px',
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
    },
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  // Where the system chooses all colours, a mere background is the page's.
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke, '@media (forced-colors: active)': { backgroundColor: 'Highlight' } },
    ':hover::after': {
      backgroundColor: tokens.colorCompoundBrandStrokeHover,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  // Keeps the width of the bold words, so that nothing moves when another tab is chosen.
  words: {
    display: 'grid',
    '::after': { content: 'attr(data-words)', height: 0, visibility: 'hidden', fontWeight: tokens.fontWeightSemibold },
  },
});

export function TopTabs({ chosen }: { chosen: TopTab | null }) {
  const styles = useStyles();
  const t = useTexts('app');
  const me = useMe();
  const linkTo = useLinkTo();
  const tabs = [
    { page: 'my-talk' as const, words: t('tabs.myTalk'), isTheirs: true },
    { page: 'team' as const, words: t('tabs.team'), isTheirs: me.isManager },
    { page: 'hr' as const, words: t('tabs.hr'), isTheirs: me.isHr },
    { page: 'access-requests' as const, words: t('tabs.accessRequests'), isTheirs: me.isOfficer },
  ];
  return (
    <nav aria-label={t('tabs.label')}>
      <ul className={styles.list}>
        {tabs
          .filter(({ isTheirs }) => isTheirs)
          .map(({ page, words }) => (
            <li key={page}>
              <a
                {...linkTo({ page })}
                className={mergeClasses(styles.tab, page === chosen && styles.chosen)}
                {...(page === chosen ? { 'aria-current': 'page' as const } : {})}
              >
                <span className={styles.words} data-words={words}>
                  {words}
                </span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
