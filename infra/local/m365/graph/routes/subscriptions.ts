/** Subscriptions: made with a handshake, renewed, ended. An app sees its own. */
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { root } from '../odata/query.ts';
import { isAlive, renew, subscribe, subscriptionFields, subscriptionOf } from '../subscription.ts';
import type { Subscription } from '../../core/entities.ts';

const one = (status: number, subscription: Subscription): Answer => ({
  status,
  body: { '@odata.context': `${root}/$metadata#subscriptions/$entity`, ...subscriptionFields(subscription) },
});

async function create(world: World, call: Call): Promise<Answer> {
  const { subscription, permission } = await subscribe(world, call.caller, call.body);
  return { ...one(201, subscription), permission };
}

function list(world: World, { caller }: Call): Answer {
  const own = world.subscriptions
    .by('tenant', caller.tenantId)
    .filter((each) => each.applicationId === caller.appId && isAlive(world, each));
  return { status: 200, body: { '@odata.context': `${root}/$metadata#subscriptions`, value: own.map(subscriptionFields) } };
}

function remove(world: World, { caller, at }: Call): Answer {
  world.subscriptions.remove(subscriptionOf(world, caller, at.subscription ?? '').id);
  return { status: 204 };
}

function reauthorize(world: World, { caller, at }: Call): Answer {
  subscriptionOf(world, caller, at.subscription ?? '');
  return { status: 204 };
}

export const subscriptionRoutes: Route[] = [
  { method: 'GET', path: '/subscriptions', answer: list },
  { method: 'POST', path: '/subscriptions', answer: create },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}',
    answer: (world, { caller, at }) => one(200, subscriptionOf(world, caller, at.subscription ?? '')),
  },
  {
    method: 'PATCH',
    path: '/subscriptions/{subscription}',
    answer: (world, { caller, at, body }) => one(200, renew(world, subscriptionOf(world, caller, at.subscription ?? ''), body)),
  },
  { method: 'DELETE', path: '/subscriptions/{subscription}', answer: remove },
  { method: 'POST', path: '/subscriptions/{subscription}/reauthorize', answer: reauthorize },
];
