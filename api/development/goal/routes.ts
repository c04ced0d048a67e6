/** HTTP addresses of goals. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { addGoal } from './add-goal.ts';
import { answerGoal } from './answer-goal.ts';
import { changeGoal } from './change-goal.ts';
import * as contract from './contract.ts';
import { countGoals } from './count-goals.ts';
import { dropGoal } from './drop-goal.ts';
import { listGoalsOf, listGoalsOfTalk, listMyGoals, listTeamGoals } from './list-goals.ts';
import { proposeGoal } from './propose-goal.ts';
import { updateGoal } from './update-goal.ts';

export function goalRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.listMyGoals, ({ actor }) => listMyGoals(platform, actor));
  serve(serving, contract.listTeamGoals, ({ actor }) => listTeamGoals(platform, actor));
  serve(serving, contract.listGoalsOf, ({ actor, params }) => listGoalsOf(platform, actor, params.employeeId));
  serve(serving, contract.listGoalsOfTalk, ({ actor, params }) => listGoalsOfTalk(platform, actor, params.talkId));
  serve(serving, contract.addGoal, ({ actor, body }) => addGoal(platform, actor, body));
  serve(serving, contract.proposeGoal, ({ actor, body }) => proposeGoal(platform, actor, body));
  serve(serving, contract.updateGoal, ({ actor, params, body, version }) => updateGoal(platform, actor, params.goalId, body, version));
  serve(serving, contract.answerGoal, ({ actor, params, body, version }) =>
    answerGoal(platform, actor, params.goalId, body.accept, version),
  );
  serve(serving, contract.changeGoal, ({ actor, params, body, version }) => changeGoal(platform, actor, params.goalId, body, version));
  serve(serving, contract.dropGoal, ({ actor, params, version }) => dropGoal(platform, actor, params.goalId, version));
  serve(serving, contract.countGoals, ({ actor, params }) => countGoals(platform, actor, params.cycleId));
}
