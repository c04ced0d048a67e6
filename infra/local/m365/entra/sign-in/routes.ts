/** The addresses of Entra that a person's browser is sent to: choosing an account, and signing out. Who may have a token is decided elsewhere. */
import express, { type Request, type Response, type Router } from 'express';
import type { Tenant, User } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import { noteCode } from '../../core/answer-call.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { languageIn, sendChoice, sendSignedOut, sendWrong } from './page.ts';
import { readRequest, type SignInRequest } from './read-request.ts';
import type { Sessions } from './sessions.ts';
import { isSpaRedirect } from './spa.ts';

const cookieName = 'ESTSAUTH';
/** As Entra's own; its path, the folder of these addresses, keeps it away from other servers under the name localhost. */
const cookieOf = ({ originalUrl }: Request) =>
  ({ path: (originalUrl.split('?')[0] ?? '').replace(/\/[^/]*$/, ''), httpOnly: true, sameSite: 'lax' }) as const;
const shownPeople = 100;

/** `tenants`: those whose people may be chosen at the address; null when there are none. */
export function signInRoutes(world: World, sessions: Sessions, tenants: (request: Request) => Tenant[] | null): Router {
  const router = express.Router();
  const address = '/:tenant/oauth2/v2.0/authorize';
  router.get(address, (request, response) => {
    const read = readOrRefuse(world, request, response, request.query);
    const near = read && tenants(request);
    if (!read) return;
    if (!near) return sendWrong(response, languageOf(request), 'AADSTS90002: The tenant was not found.');
    const person = sessions.personOf(sessionIn(request));
    const isHere = person !== null && near.some(({ id }) => id === person.tenantId);
    const isMeant = read.loginHint === null || person?.userPrincipalName.toLowerCase() === read.loginHint.toLowerCase();
    if (isHere && isMeant && !['select_account', 'login'].includes(read.prompt ?? '')) return giveCode(sessions, response, read, person);
    if (read.prompt === 'none')
      return sendBack(
        response,
        read,
        errorOf(refuse(400, 'login_required', 50058, 'A silent sign-in request was sent but no user is signed in.').refusal),
      );
    choose(world, request, response, read, near);
  });
  router.post(address, express.urlencoded({ extended: false }), (request, response) => {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const read = readOrRefuse(world, request, response, body);
    if (!read) return;
    const person = typeof body.person === 'string' ? world.users.get(body.person) : undefined;
    const isHere = person !== undefined && (tenants(request) ?? []).some(({ id }) => id === person.tenantId);
    if (!isHere || !person.accountEnabled)
      return sendBack(response, read, errorOf(refuse(400, 'access_denied', 65004, 'User declined to consent to access the app.').refusal));
    response.cookie(cookieName, sessions.begin(person), cookieOf(request));
    giveCode(sessions, response, read, person);
  });
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => {
    sessions.end(sessionIn(request));
    response.clearCookie(cookieName, cookieOf(request));
    const { post_logout_redirect_uri: back, state } = request.query;
    if (typeof back !== 'string' || !isSpaRedirect(world, back)) return sendSignedOut(response, languageOf(request));
    response.redirect(302, typeof state === 'string' ? `${back}?${new URLSearchParams({ state }).toString()}` : back);
  });
  return router;
}

function readOrRefuse(world: World, request: Request, response: Response, given: Record<string, unknown>): SignInRequest | null {
  const read = readRequest(world, given);
  if (read.ok) return read.request;
  noteCode(response, `AADSTS${read.refusal.number}`);
  if (read.tell === 'back') sendBack(response, read.request, errorOf(read.refusal));
  else sendWrong(response, languageOf(request), `AADSTS${read.refusal.number}: ${read.refusal.says}`);
  return null;
}

function choose(world: World, request: Request, response: Response, { redirectUri: returnsTo }: SignInRequest, near: Tenant[]): void {
  const { find, ...rest } = Object.fromEntries(
    Object.entries(request.query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
  const wanted = (find ?? '').trim().toLowerCase();
  const people = near
    .flatMap(({ id }) => world.users.by('tenant', id))
    .filter((user) => user.accountEnabled && !user.room && `${user.displayName} ${user.userPrincipalName}`.toLowerCase().includes(wanted))
    .sort((one, other) => one.displayName.localeCompare(other.displayName));
  const shown = people.slice(0, shownPeople);
  const language = languageOf(request);
  sendChoice(response, { people: shown, isMore: people.length > shown.length, find: find ?? '', language, given: rest, returnsTo });
}

function giveCode(sessions: Sessions, response: Response, request: SignInRequest, person: User): void {
  sendBack(response, request, { code: sessions.newCode(person, request) });
}

const errorOf = ({ error, number, says }: Refusal): Record<string, string> => ({ error, error_description: `AADSTS${number}: ${says}` });

function sendBack(response: Response, { redirectUri, mode, state }: SignInRequest, answer: Record<string, string>): void {
  const parts = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) }).toString();
  response.set('Cache-Control', 'no-store').redirect(303, `${redirectUri}${mode === 'fragment' ? '#' : '?'}${parts}`);
}

const languageOf = (request: Request): 'sv' | 'en' => languageIn(request.get('accept-language'));

function sessionIn(request: Request): string | null {
  const pair = (request.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(`${cookieName}=`));
  return pair?.slice(cookieName.length + 1) ?? null;
}
