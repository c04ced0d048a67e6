import { expect, it } from 'vitest';
import { accessNotices, requestOf } from './access.ts';

const facts = { requestId: 'r1', employeeId: 'erik', holderIds: ['maja', 'vera', 'maja'] };

it('tells the employee alone of what is only asked for, and of what is opened everybody whom it is about, once each', () => {
  const told = (isOpened: boolean) => accessNotices({ ...facts, isOpened }).map(({ kind, recipientId }) => `${kind} ${recipientId}`);
  expect(told(false)).toEqual(['access-asked erik']);
  expect(told(true)).toEqual(['access-asked erik', 'access-opened erik', 'talk-opened maja', 'talk-opened vera']);
});

it('has a key for each that says which request it is about', () => {
  const keys = accessNotices({ ...facts, isOpened: true }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
  expect(keys.map(requestOf)).toEqual(['r1', 'r1', 'r1', 'r1']);
});
