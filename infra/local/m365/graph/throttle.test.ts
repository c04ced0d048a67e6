import { expect, it } from 'vitest';
import { createWorld } from '../core/world.ts';
import { ada, bo, givenApp, tenantId } from '../given.ts';
import type { Call } from './call.ts';
import { throttled } from './throttle.ts';

const world = createWorld({ ...givenApp });
const caller = { tenantId, appId: givenApp.clientId, userId: null, permissions: new Set<string>(), expiresAt: new Date() };
const callTo = (user: string): Call => ({
  ...{ method: 'GET', path: '', query: new URLSearchParams(), header: () => undefined, body: undefined, requestId: '' },
  caller,
  at: { user },
  again: () => Promise.reject(new Error('No batch here')),
});

it('lets four calls into one mailbox at a time, and others into other mailboxes', () => {
  const leave = Array.from({ length: 4 }, () => throttled(world, callTo(ada), 'outlook'));
  expect(() => throttled(world, callTo(ada), 'outlook')).toThrow(expect.objectContaining({ status: 429, headers: { 'Retry-After': '1' } }));
  expect(() => throttled(world, callTo(ada), 'directory')).not.toThrow();
  expect(() => throttled(world, callTo(bo), 'outlook')).not.toThrow();
  leave[0]?.();
  expect(() => throttled(world, callTo(ada), 'outlook')).not.toThrow();
});
