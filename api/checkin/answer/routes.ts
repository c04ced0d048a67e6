/** HTTP addresses of check-ins. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { answerCheckIn } from './answer-check-in.ts';
import * as contract from './contract.ts';
import { readCheckIns } from './read-check-ins.ts';
import { withdrawAnswer } from './withdraw-answer.ts';

export function checkInAnswerRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.readCheckIns, ({ actor, params }) => readCheckIns(platform, actor, params.talkId));
  serve(serving, contract.answerCheckIn, ({ actor, params, body, version }) => answerCheckIn(platform, actor, params, body, version));
  serve(serving, contract.withdrawAnswer, ({ actor, params, version }) => withdrawAnswer(platform, actor, params, version));
}
