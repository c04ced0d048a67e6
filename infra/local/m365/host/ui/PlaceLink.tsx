/** A link to a place of the host page: goes there without loading, and can be opened in a new tab like every link. */
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import type { Place } from '../place/place.ts';
import { addressFrom, go } from '../place/use-place.ts';

type PlaceLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: Partial<Place>; onGo?: () => void };

export function PlaceLink({ to, onGo, ...rest }: PlaceLinkProps) {
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo?.();
    go(to);
  };
  return <a {...rest} href={addressFrom(to)} onClick={onClick} />;
}
