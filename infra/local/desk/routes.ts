/** Addresses of the desk, below /desk/api, as README.md lists them. */
import express, { type Request, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { createAppCalls } from './app-calls.ts';
import { answerInvitation, cancel, changeEvent, createEvent, move, readBin, restore } from './act-in-calendar.ts';
import { hasVerb, type Teams } from '../m365/connector/teams.ts';
import type { User } from '../m365/core/entities.ts';
import type { World } from '../m365/core/world.ts';
import type { SigningKeys } from '../m365/entra/keys.ts';
import { changePerson, deletePerson, issueToken } from './change-people.ts';
import {
  addFault,
  changeGranted,
  changeLimits,
  listFaults,
  moveClock,
  readCalls,
  readClock,
  readGranted,
  readLimits,
} from './move-clock.ts';
import { describeChat, findChat, findMessage, readChats, readMeeting, readMessages } from './read-chats.ts';
import { markActivityRead, markMailRead, readCalendar, readFeed, readMails } from './read-mailbox.ts';
import { describeCompany, findUser } from './read-people.ts';
import { letLifecycleHappen, readSubscriptions } from './read-subscriptions.ts';
import { answerDeskRefusal, DeskRefusal, notFound, readInput } from './refusal.ts';
import { watchChanges } from './watch-changes.ts';

/** `keys`: what each service signs with. */
export type DeskParts = { keys: { entra: SigningKeys; connector: SigningKeys }; teams: Teams };

export function deskRoutes(world: World, parts: DeskParts): Router {
  const router = express.Router();
  router.use(express.json());
  router.get('/company', (_request, response) => void response.json(describeCompany(world)));
  peopleRoutes(router, world, parts.keys.entra);
  mailboxRoutes(router, world);
  chatRoutes(router, world, parts.teams);
  machineRoutes(router, world, parts.keys);
  appCallRoutes(router, world);
  router.use(() => {
    throw notFound('address');
  });
  router.use(answerDeskRefusal);
  return router;
}

/** A route about a person: finds them, and answers what `act` gives. */
const ofPerson =
  (world: World, act: (user: User, request: Request) => unknown): RequestHandler =>
  async (request, response) => {
    response.json((await act(findUser(world, request.params.person), request)) ?? {});
  };
const part = (request: Request, name: string): string => String(request.params[name]);

function peopleRoutes(router: Router, world: World, keys: SigningKeys): void {
  const person = '/people/:person';
  router.patch(
    person,
    ofPerson(world, (user, { body }) => changePerson(world, user, body)),
  );
  router.delete(
    person,
    ofPerson(world, (user) => deletePerson(world, user)),
  );
  router.post(
    `${person}/token`,
    ofPerson(world, (user, { body }) => issueToken(world, keys, user, body)),
  );
}

function mailboxRoutes(router: Router, world: World): void {
  const person = '/people/:person';
  router.get(
    `${person}/calendar`,
    ofPerson(world, (user, { query }) => readCalendar(world, user, query)),
  );
  router.post(
    `${person}/calendar`,
    ofPerson(world, (user, { body }) => createEvent(world, user, body)),
  );
  router.patch(
    `${person}/calendar/:event`,
    ofPerson(world, (user, request) => changeEvent(world, user, part(request, 'event'), request.body)),
  );
  router.get(
    `${person}/bin`,
    ofPerson(world, (user) => readBin(world, user)),
  );
  router.post(
    `${person}/bin/:event/restore`,
    ofPerson(world, (user, request) => restore(world, user, part(request, 'event'))),
  );
  for (const [verb, act] of Object.entries({ respond: answerInvitation, move, cancel }))
    router.post(
      `${person}/calendar/:event/${verb}`,
      ofPerson(world, (user, request) => act(world, user, part(request, 'event'), request.body)),
    );
  router.get(
    `${person}/feed`,
    ofPerson(world, (user) => readFeed(world, user)),
  );
  router.post(
    `${person}/feed/:activity/read`,
    ofPerson(world, (user, request) => markActivityRead(world, user, part(request, 'activity'))),
  );
  router.get(
    `${person}/mails`,
    ofPerson(world, (user) => readMails(world, user)),
  );
  router.post(
    `${person}/mails/:mail/read`,
    ofPerson(world, (user, request) => markMailRead(world, user, part(request, 'mail'))),
  );
}

const textInput = z.strictObject({ text: z.string().trim().min(1).max(28_000) });
const actionInput = z.strictObject({ verb: z.string(), data: z.unknown().optional() });

function chatRoutes(router: Router, world: World, teams: Teams): void {
  const chats = '/people/:person/chats';
  router.get(
    chats,
    ofPerson(world, (user) => readChats(world, user)),
  );
  router.post(
    `${chats}/bot`,
    ofPerson(world, async (user) => describeChat(world, user, (await teams.addApp(user)).chat)),
  );
  router.delete(
    `${chats}/bot`,
    ofPerson(world, async (user) => {
      const told = await teams.removeApp(user);
      if (!told) throw notFound('app here');
      return told;
    }),
  );
  router.get(
    `${chats}/:chat/messages`,
    ofPerson(world, (user, request) => readMessages(world, user, findChat(world, user, request.params.chat))),
  );
  router.post(
    `${chats}/:chat/messages`,
    ofPerson(world, async (user, request) => {
      const { status } = await teams.say(user, findChat(world, user, request.params.chat), readInput(textInput, request.body).text);
      return { status };
    }),
  );
  router.post(
    `${chats}/:chat/messages/:message/action`,
    ofPerson(world, (user, request) => {
      const chat = findChat(world, user, request.params.chat);
      const message = findMessage(world, chat, request.params.message);
      const { verb, data } = readInput(actionInput, request.body);
      if (!hasVerb(message, user, verb)) throw new DeskRefusal(400, 'verb: the card has no such button');
      return teams.press(user, chat, message, { verb, data });
    }),
  );
  router.post(
    `${chats}/:chat/messages/:message/refresh`,
    ofPerson(world, (user, request) => {
      const chat = findChat(world, user, request.params.chat);
      return teams.refresh(user, chat, findMessage(world, chat, request.params.message));
    }),
  );
  router.get(
    '/people/:person/meeting',
    ofPerson(world, (user, { query }) => readMeeting(world, user, query)),
  );
  for (const kind of ['start', 'end'] as const)
    router.post(`/meetings/:chat/${kind}`, async (request, response) => {
      const chat = world.chats.get(part(request, 'chat'));
      if (chat?.chatType !== 'meeting') throw notFound('meeting');
      response.json(await teams.tellMeeting(chat, kind));
    });
}

const rotateInput = z.strictObject({ service: z.enum(['entra', 'connector']) });

function machineRoutes(router: Router, world: World, keys: DeskParts['keys']): void {
  router.post('/keys', async (request, response) => {
    await keys[readInput(rotateInput, request.body).service].rotate();
    response.json({});
  });
  router.get('/clock', (_request, response) => void response.json(readClock(world)));
  router.post('/clock', async (request, response) => void response.json(await moveClock(world, request.body)));
  router.get('/faults', (_request, response) => void response.json(listFaults(world)));
  router.post('/faults', (request, response) => {
    addFault(world, request.body);
    response.json(listFaults(world));
  });
  router.delete('/faults', (_request, response) => {
    world.faults.clear();
    response.json(listFaults(world));
  });
  router.get('/limits', (_request, response) => void response.json(readLimits(world)));
  router.patch('/limits', (request, response) => void response.json(changeLimits(world, request.body)));
  router.get('/permissions', (_request, response) => void response.json(readGranted(world)));
  router.patch('/permissions', (request, response) => void response.json(changeGranted(world, request.body)));
  router.get('/subscriptions', (_request, response) => void response.json(readSubscriptions(world)));
  router.post('/subscriptions/:subscription/lifecycle', async (request, response) => {
    await letLifecycleHappen(world, part(request, 'subscription'), request.body);
    response.json({});
  });
  router.get('/calls', (request, response) => void response.json(readCalls(world, request.query)));
  router.get('/changes', (request, response) => watchChanges(world, request, response));
}

function appCallRoutes(router: Router, world: World): void {
  const calls = createAppCalls(world);
  router.get('/app-calls', (_request, response) => void response.json(calls.read()));
  router.post('/app-calls', (request, response) => {
    calls.add(request.body);
    response.json({});
  });
  router.delete('/app-calls', (_request, response) => {
    calls.forget();
    response.json({});
  });
}
