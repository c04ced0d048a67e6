/** Single-page applications of the registration: which pages may be returned to, and which origins may ask for tokens from a browser. */
import type { Request, RequestHandler } from 'express';
import type { World } from '../../core/world.ts';

export const isSpaRedirect = ({ app }: World, address: string): boolean => (app.spaRedirectUris ?? []).includes(address);

export const isSpaOrigin = ({ app }: World, origin: string): boolean =>
  (app.spaRedirectUris ?? []).some((address) => new URL(address).origin === origin);

/** Below Entra's host; what else is there answers no page of another origin. */
const open = /^\/login\.microsoftonline\.com\/[^/]+\/(oauth2\/v2\.0\/token|v2\.0\/\.well-known\/openid-configuration|discovery\/)/;

/** Whether a registered page asks for what Entra answers to pages of other origins. */
export const isFromSpa = (world: World, { path, headers: { origin } }: Pick<Request, 'path' | 'headers'>): boolean =>
  origin !== undefined && open.test(path) && isSpaOrigin(world, origin);

/**
 * Entra's addresses for a browser also without its name in front: msal-browser takes the first part of the path for the tenant, whatever it is told. The
 * request goes on as if the name had been there.
 */
export const atRoot: RequestHandler = (request, _response, next) => {
  if (/^\/[^/]+\/oauth2\/v2\.0\/(authorize|token|logout)(\?|$)/.test(request.url)) request.url = `/login.microsoftonline.com${request.url}`;
  next();
};
