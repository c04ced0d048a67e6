/** HTTP addresses of preparations. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as contract from './contract.ts';
import { readPreparations } from './read-preparations.ts';
import { readPreview } from './read-preview.ts';
import { releasePreparation } from './release-preparation.ts';
import { saveAnswer } from './save-answer.ts';
import { withdrawPreparation } from './withdraw-preparation.ts';

export function preparationRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.readPreparations, ({ actor, params }) => readPreparations(platform, actor, params.talkId));
  serve(serving, contract.readPreview, ({ actor, params }) => readPreview(platform, actor, params.talkId));
  serve(serving, contract.saveAnswer, ({ actor, params, body, version }) =>
    saveAnswer(platform, actor, params.talkId, params.questionId, body.text, version),
  );
  serve(serving, contract.releasePreparation, ({ actor, params, body, version }) =>
    releasePreparation(platform, actor, params.talkId, body.withId, version),
  );
  serve(serving, contract.withdrawPreparation, ({ actor, params, version }) =>
    withdrawPreparation(platform, actor, params.talkId, version),
  );
}
