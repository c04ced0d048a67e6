/** Grey shapes in the form of what is coming, so that nothing jumps when it arrives. */
import {
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem as FluentSkeletonItem,
  tokens,
  type SkeletonItemProps,
} from '@fluentui/react-components';
import { useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  page: {
    padding: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    maxWidth: '1120px',
    boxSizing: 'border-box',
    margin: '0 auto',
  },
  title: { width: 'min(280px, 70%)' },
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '12px', alignItems: 'center' },
  words: { display: 'flex', flexDirection: 'column', gap: '6px', flexGrow: 1 },
  short: { width: '40%' },
  // Seen in high contrast only.
  outlined: { boxSizing: 'border-box', border: `1px solid ${tokens.colorTransparentStroke}` },
});

function SkeletonItem({ className, ...rest }: SkeletonItemProps) {
  const styles = useStyles();
  return <FluentSkeletonItem {...rest} className={mergeClasses(styles.outlined, className)} />;
}

/** A heading and some cards: for a page whose shape is not known yet. */
export function PageSkeleton() {
  const styles = useStyles();
  const t = useTexts('app');
  return (
    <Skeleton aria-label={t('loading')} className={styles.page}>
      <SkeletonItem size={28} className={styles.title} />
      <SkeletonItem size={128} />
      <SkeletonItem size={96} />
    </Skeleton>
  );
}

/** Rows with a picture and two lines: for lists of people or talks. */
export function RowsSkeleton({ rows = 4 }: { rows?: number }) {
  const styles = useStyles();
  const t = useTexts('app');
  return (
    <Skeleton aria-label={t('loading')} className={styles.list}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <SkeletonItem shape="circle" size={32} />
          <div className={styles.words}>
            <SkeletonItem size={16} />
            <SkeletonItem size={12} className={styles.short} />
          </div>
        </div>
      ))}
    </Skeleton>
  );
}

/** One block of text or a card. `size` is its height in pixels. */
export function BlockSkeleton({ size = 96 }: { size?: 28 | 64 | 96 | 128 }) {
  const t = useTexts('app');
  return (
    <Skeleton aria-label={t('loading')}>
      <SkeletonItem size={size} />
    </Skeleton>
  );
}
