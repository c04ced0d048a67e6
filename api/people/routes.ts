/** HTTP addresses of people. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as contract from './contract.ts';
import { findColleagues } from './find-colleagues.ts';
import { confirmMissing } from './leaving/confirm-missing.ts';
import * as leaving from './leaving/contract.ts';
import { readMissing } from './leaving/read-missing.ts';
import { listDepartments } from './list-departments.ts';
import { readMe } from './read-me.ts';

export function peopleRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.readMe, ({ actor }) => readMe(platform, actor));
  serve(serving, contract.findColleagues, ({ actor, query }) => findColleagues(platform, actor, query));
  serve(serving, leaving.readMissing, ({ actor }) => readMissing(platform, actor));
  serve(serving, leaving.confirmMissing, ({ actor, body }) => confirmMissing(platform, actor, new Date(body.until)));
  serve(serving, contract.listDepartments, ({ actor }) => listDepartments(platform, actor));
}
