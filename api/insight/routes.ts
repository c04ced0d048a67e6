/** HTTP addresses of what is seen from afar: how talks felt, and which may be worth a second look. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { answerQuestions } from './heard/answer-questions.ts';
import { changeTold } from './heard/change-told.ts';
import * as heard from './heard/contract.ts';
import { listFigures, listTeamFigures } from './heard/list-figures.ts';
import { readHeard } from './heard/read-heard.ts';
import * as weak from './weak/contract.ts';
import { countSigns } from './weak/count-signs.ts';
import { listSigns } from './weak/list-signs.ts';

export function insightRoutes(serving: Serving, platform: Platform): void {
  serve(serving, heard.readHeard, ({ actor, params }) => readHeard(platform, actor, params.talkId));
  serve(serving, heard.answerQuestions, ({ actor, params, body }) => answerQuestions(platform, actor, params.talkId, body));
  serve(serving, heard.changeTold, ({ actor, params, body }) => changeTold(platform, actor, params.talkId, body.told));
  serve(serving, heard.listFigures, ({ actor }) => listFigures(platform, actor));
  serve(serving, heard.listTeamFigures, ({ actor }) => listTeamFigures(platform, actor));
  serve(serving, weak.listSigns, ({ actor, params }) => listSigns(platform, actor, params.talkId));
  serve(serving, weak.countSigns, ({ actor, params }) => countSigns(platform, actor, params.cycleId));
}
