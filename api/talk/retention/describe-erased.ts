/** That the notes of a talk are gone, as its pages and lists are told. */
import type { Talk } from '../contract.ts';
import type { TalkRecord } from '../store.ts';

export const erasedOf = ({ notesErased }: Pick<TalkRecord, 'notesErased'>): Pick<Talk, 'notesErased'> =>
  notesErased ? { notesErased: { at: notesErased.at.toISOString(), why: notesErased.why } } : {};
