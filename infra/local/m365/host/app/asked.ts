/** What an app may ask the person through the host, one thing at a time. */
import { useRef, useState } from 'react';
import type { DialogEnd, DialogQuestion, Draft, PeopleQuestion, PickedPerson } from '../teams-js/host-side.ts';

/** `drop`: the person closed it, or the app asked for something else. */
export type Asked = { drop(): void } & (
  | { kind: 'people'; question: PeopleQuestion; answer(picked: PickedPerson[] | null): void }
  | { kind: 'compose'; draft: Draft }
  | { kind: 'share'; link: string }
  | { kind: 'dialog'; question: DialogQuestion; end(how: DialogEnd): void }
);
export type Ask = (asked: Asked) => void;

/** What is asked now, how to ask, and how it is over. */
export function useAsked(): { asked: Asked | null; ask: Ask; close(): void } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const now = useRef<Asked | null>(null);
  const put = (next: Asked | null): void => {
    now.current?.drop();
    now.current = next;
    setAsked(next);
  };
  return { asked, ask: put, close: () => put(null) };
}
