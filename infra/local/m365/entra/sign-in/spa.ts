/** Single-page applications of the registration: which pages may be returned to, and which origins may ask for tokens from a browser. */
import type { Request } from 'express';
import type { World } from '../../core/world.ts';

export const isSpaRedirect = ({ app }: World, address: string): boolean => (app.spaRedirectUris ?? []).includes(address);

export const isSpaOrigin = ({ app }: World, origin: string): boolean =>
  (app.spaRedirectUris ?? []).some((address) => new URL(address).origin === origin);

/** Below Entra's host; what else is there answers no page of another origin. */
const open = /^\/login\.microsoftonline\.com\/[^/]+\/(oauth2\/v2\.0\/token|v2\.0\/\.well-known\/openid-configuration|discovery\/)/;

/** Whether a registered page asks for what Entra answers to pages of other origins. */
export const isFromSpa = (world: World, { path, headers: { origin } }: Pick<Request, 'path' | 'headers'>): boolean =>
  origin !== undefined && open.test(path) && isSpaOrigin(world, origin);
