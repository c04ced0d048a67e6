/** HTTP addresses of templates. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import * as contract from './contract.ts';
import { listTemplates } from './find-template.ts';

export function templateRoutes(serving: Serving): void {
  serve(serving, contract.listTemplates, ({ actor }) => listTemplates(actor));
}
