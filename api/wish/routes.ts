/** HTTP addresses of wishes; each reaches only the caller's own. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as contract from './contract.ts';
import { readMyWishes } from './read-wishes.ts';
import { saveMyWishes } from './save-wishes.ts';

export function wishRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.readMyWishes, ({ actor }) => readMyWishes(platform, actor));
  serve(serving, contract.saveMyWishes, ({ actor, body, version }) => saveMyWishes(platform, actor, body, version));
}
