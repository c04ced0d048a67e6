/** The browser tab says who one is in it, so that several tabs can be told apart. */
import { useEffect } from 'react';
import { useMe, useTexts } from '../me.ts';

export function useTitle(what: string): void {
  const { person } = useMe();
  const { product } = useTexts();
  useEffect(() => {
    document.title = `${person.givenName}: ${what} | ${product}`;
    return () => {
      document.title = product;
    };
  }, [person, what, product]);
}
