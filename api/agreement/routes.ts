/** HTTP addresses of agreements. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { addAgreement } from './add-agreement.ts';
import * as contract from './contract.ts';
import { dropAgreement } from './drop-agreement.ts';
import { changeProgress } from './following/change-progress.ts';
import * as following from './following/contract.ts';
import { countStatus } from './following/count-status.ts';
import { listFollowed, listOfTalk, listSince } from './following/list-followed.ts';
import { listAgreements } from './list-agreements.ts';
import { listMyAgreements } from './list-my-agreements.ts';
import { updateAgreement } from './update-agreement.ts';

export function agreementRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.listAgreements, ({ actor, params }) => listAgreements(platform, actor, params.talkId));
  serve(serving, contract.addAgreement, ({ actor, params, body }) => addAgreement(platform, actor, params.talkId, body));
  serve(serving, contract.updateAgreement, ({ actor, params, body, version }) => updateAgreement(platform, actor, params, body, version));
  serve(serving, contract.dropAgreement, ({ actor, params, version }) => dropAgreement(platform, actor, params, version));
  serve(serving, contract.listMyAgreements, ({ actor }) => listMyAgreements(platform, actor));
  serve(serving, following.listFollowed, ({ actor, query }) => listFollowed(platform, actor, query));
  serve(serving, following.listOfTalk, ({ actor, params }) => listOfTalk(platform, actor, params.talkId));
  serve(serving, following.listSince, ({ actor, params }) => listSince(platform, actor, params.talkId));
  serve(serving, following.countStatus, ({ actor, params }) => countStatus(platform, actor, params.cycleId));
  serve(serving, following.changeProgress, ({ actor, params, body, version }) => changeProgress(platform, actor, params, body, version));
}
