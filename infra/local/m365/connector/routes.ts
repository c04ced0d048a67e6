/** Addresses of login.botframework.com and of the Teams service, below their host prefixes: how a bot learns who calls it, and answers. */
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { answerCalls, answerFailures } from '../core/answer-call.ts';
import type { Chat, ChatMessage } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { botService } from '../entra/claims.ts';
import type { SigningKeys } from '../entra/keys.ts';
import { chatIdAtBot, chatOfBot, installationIn, serviceUrl, userAccount, userOfAccount } from './account.ts';
import { botMetadata, endorsedKeys } from './bot-metadata.ts';
import { addMessage, editMessage, removeMessage } from './messages.ts';
import { readSent, type Sent } from './read-sent.ts';
import { answerError, refuse, refuseToken } from './refusal.ts';
import { openBotChat } from './teams.ts';

/** Teams takes messages up to 100 kB; what is larger reaches the route, which says so. */
const readBody = express.json({ limit: '1mb' });
const largestBytes = 100 * 1024;

export function connectorRoutes(world: World, keys: { entra: SigningKeys; bot: SigningKeys }): { login: Router; service: Router } {
  return { login: loginRoutes(world, keys.bot), service: serviceRoutes(world, keys.entra) };
}

function loginRoutes(world: World, botKeys: SigningKeys): Router {
  const router = express.Router();
  router.use(answerCalls(world, 'connector', answerError));
  router.get('/v1/.well-known/openidconfiguration', (_request, response) => void response.json(botMetadata));
  router.get('/v1/.well-known/keys', (_request, response) => void response.json(endorsedKeys(botKeys.publicKeys())));
  router.use((_request, response) => void response.status(404).end());
  return router;
}

type InChat = (request: Request, response: Response, chat: Chat) => void | Promise<void>;

function serviceRoutes(world: World, entraKeys: SigningKeys): Router {
  const router = express.Router();
  router.use(answerCalls(world, 'connector', answerError));
  router.use(onlyTheBot(world, entraKeys));
  router.use(readBody);
  const chatAt = '/emea/v3/conversations/:chat';
  /** Only in chats that the bot is part of. */
  const inChat =
    (act: InChat): RequestHandler =>
    async (request, response) => {
      const chat = chatOfBot(world, String(request.params.chat));
      if (!chat) return refuse(response, 404, 'Conversation not found.');
      if (!installationIn(world, chat)) return refuse(response, 403, 'The bot is not part of the conversation roster.');
      await act(request, response, chat);
    };
  const send = inChat(async (request, response, chat) => {
    const sent = readMessage(request, response);
    if (!sent) return;
    if (sent.kind === 'passing') return void response.status(202).json({});
    const { id } = addMessage(world, chat, { from: 'bot', ...sent });
    await world.tables.flushed();
    response.status(201).json({ id });
  });
  router.post('/emea/v3/conversations', (request, response) => createChat(world, request, response));
  router.post(`${chatAt}/activities`, send);
  router.post(`${chatAt}/activities/:message`, send);
  router.put(
    `${chatAt}/activities/:message`,
    inChat((request, response, chat) => updateMessage(world, request, response, chat)),
  );
  router.delete(
    `${chatAt}/activities/:message`,
    inChat((request, response, chat) => deleteMessage(world, request, response, chat)),
  );
  const members = (chat: Chat): unknown[] => chat.memberIds.flatMap((id) => memberOf(world, id));
  router.get(
    `${chatAt}/members`,
    inChat((_request, response, chat) => void response.json(members(chat))),
  );
  router.get(
    `${chatAt}/pagedmembers`,
    inChat((_request, response, chat) => void response.json({ members: members(chat) })),
  );
  router.get(
    `${chatAt}/members/:member`,
    inChat((request, response, chat) => {
      const id = userOfAccount(world, String(request.params.member))?.id ?? '';
      const [member] = chat.memberIds.includes(id) ? memberOf(world, id) : [];
      if (member) response.json(member);
      else refuse(response, 404, 'The member was not found in the conversation.', 'MemberNotFoundInConversation');
    }),
  );
  router.use((_request, response) => refuse(response, 404, 'No such address.', 'NotFound'));
  router.use(answerFailures(answerError));
  return router;
}

/** Lets a call through that brings a token of our bot for this service. */
function onlyTheBot(world: World, entraKeys: SigningKeys): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
    const verified = await entraKeys.verify(token, { audience: botService.uri });
    if (!verified.ok || verified.claims.appid !== world.app.clientId || verified.claims.idtyp !== 'app') return refuseToken(response);
    next();
  };
}

/** Opens a chat from the bot's side: with one person who has the app. */
async function createChat(world: World, request: Request, response: Response): Promise<void> {
  const { members, isGroup, activity } = (request.body ?? {}) as { members?: { id?: string }[]; isGroup?: boolean; activity?: unknown };
  const [only, ...more] = members ?? [];
  if (isGroup || !only?.id || more.length > 0) return refuse(response, 400, 'Bot can only create a conversation with one member.');
  const user = userOfAccount(world, only.id);
  if (!user) return refuse(response, 404, 'The user was not found in the tenant.', 'UserNotFound');
  const hasApp = world.installedApps.by('target', user.id).some(({ teamsAppId }) => teamsAppId === world.app.teamsAppId);
  if (!hasApp) return refuse(response, 403, 'Bot is not installed in user’s personal scope.', 'ForbiddenOperationException');
  const sent = activity === undefined || activity === null ? null : readSent(activity);
  if (sent && 'problem' in sent) return refuse(response, 400, sent.problem, sent.code);
  const { chat } = openBotChat(world, user);
  const message = sent?.kind === 'message' ? addMessage(world, chat, { from: 'bot', ...sent }) : null;
  await world.tables.flushed();
  response.status(201).json({ id: chatIdAtBot(chat), serviceUrl, ...(message ? { activityId: message.id } : {}) });
}

function readMessage(request: Request, response: Response): Sent | null {
  if (Buffer.byteLength(JSON.stringify(request.body ?? null)) > largestBytes) {
    refuse(response, 413, 'Message size too large.');
    return null;
  }
  const sent = readSent(request.body);
  if (!('problem' in sent)) return sent;
  refuse(response, 400, sent.problem, sent.code);
  return null;
}

/** The bot's own message in this chat, or a refusal: for one that is not there (any more), and for what somebody else wrote. */
function ownMessage(world: World, request: Request, response: Response, chat: Chat): ChatMessage | null {
  const message = world.chatMessages.get(String(request.params.message));
  if (message?.chatId === chat.id && message.from === 'bot') return message;
  if (message?.chatId === chat.id) refuse(response, 403, 'The bot may only change what it has sent itself.', 'ForbiddenOperationException');
  else refuse(response, 404, 'The activity was not found in the conversation.', 'ActivityNotFoundInConversation');
  return null;
}

async function updateMessage(world: World, request: Request, response: Response, chat: Chat): Promise<void> {
  const message = ownMessage(world, request, response, chat);
  const sent = message && readMessage(request, response);
  if (!message || !sent) return;
  if (sent.kind !== 'message') return refuse(response, 400, 'Only a message can take the place of a message.');
  editMessage(world, chat, message, { text: sent.text, card: sent.card });
  await world.tables.flushed();
  response.json({ id: message.id });
}

async function deleteMessage(world: World, request: Request, response: Response, chat: Chat): Promise<void> {
  const message = ownMessage(world, request, response, chat);
  if (!message) return;
  removeMessage(world, chat, message);
  await world.tables.flushed();
  response.status(200).end();
}

function memberOf(world: World, userId: string): unknown[] {
  const user = world.users.get(userId);
  if (!user) return [];
  const { givenName, surname, mail, userPrincipalName, tenantId } = user;
  return [{ ...userAccount(user), objectId: userId, givenName, surname, email: mail, userPrincipalName, tenantId, userRole: 'user' }];
}
