/** HTTP addresses of cycles; all for HR. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as contract from './contract.ts';
import { countFits } from './count-fits.ts';
import { countPeople } from './count-people.ts';
import { launchCycle } from './launch-cycle.ts';
import * as outdated from './outdated/contract.ts';
import { lookAtPlan } from './outdated/look-at-plan.ts';
import { refreshPlan } from './outdated/refresh-plan.ts';
import * as placing from './placing/contract.ts';
import { changePlace, dropPlace } from './placing/change-place.ts';
import { findPlaces } from './placing/find-places.ts';
import { pauseCycle, resumeCycle } from './pause-cycle.ts';
import { planCycle } from './plan-cycle.ts';
import { listCycles, readCycle } from './read-cycles.ts';
import { acceptReplan } from './replan/accept-replan.ts';
import * as replan from './replan/contract.ts';
import { proposeReplan } from './replan/propose-replan.ts';
import { readReplan } from './replan/read-replan.ts';
import { checkRoom } from './room/check-room.ts';
import * as room from './room/contract.ts';
import { listRooms } from './room/list-rooms.ts';
import { createCycle, updateCycle } from './save-cycle.ts';
import * as settings from './settings/contract.ts';
import { stopCycle } from './stop-cycle.ts';

export function cycleRoutes(serving: Serving, platform: Platform): void {
  serve(serving, room.listRooms, ({ actor }) => listRooms(platform, actor));
  serve(serving, room.checkRoom, ({ actor, query }) => checkRoom(platform, actor, query.address));
  serve(serving, contract.listCycles, ({ actor }) => listCycles(platform, actor));
  serve(serving, settings.countPeople, ({ actor, body }) => countPeople(platform, actor, body));
  serve(serving, contract.createCycle, ({ actor, body }) => createCycle(platform, actor, body));
  serve(serving, contract.readCycle, ({ actor, params }) => readCycle(platform, actor, params.cycleId));
  serve(serving, contract.updateCycle, ({ actor, params, body, version }) => updateCycle(platform, actor, params.cycleId, body, version));
  serve(serving, contract.planCycle, ({ actor, params, version }) => planCycle(platform, actor, params.cycleId, version));
  serve(serving, outdated.lookAtPlan, ({ actor, params }) => lookAtPlan(platform, actor, params.cycleId));
  serve(serving, outdated.refreshPlan, ({ actor, params, version }) => refreshPlan(platform, actor, params.cycleId, version));
  serve(serving, contract.estimateCycle, ({ actor, params, body }) => countFits(platform, actor, params.cycleId, body));
  serve(serving, placing.findPlaces, ({ actor, params, query }) => findPlaces(platform, actor, params.cycleId, params.employeeId, query));
  serve(serving, placing.changePlace, ({ actor, params, body, version }) =>
    changePlace(platform, actor, params.cycleId, params.employeeId, body, version),
  );
  serve(serving, placing.dropPlace, ({ actor, params, version }) => dropPlace(platform, actor, params.cycleId, params.employeeId, version));
  serve(serving, contract.launchCycle, ({ actor, params, version }) => launchCycle(platform, actor, params.cycleId, version));
  serve(serving, contract.pauseCycle, ({ actor, params, version }) => pauseCycle(platform, actor, params.cycleId, version));
  serve(serving, contract.resumeCycle, ({ actor, params, version }) => resumeCycle(platform, actor, params.cycleId, version));
  serve(serving, replan.proposeReplan, ({ actor, params, body, version }) => proposeReplan(platform, actor, params.cycleId, body, version));
  serve(serving, replan.acceptReplan, ({ actor, params, body, version }) => acceptReplan(platform, actor, params, body, version));
  serve(serving, replan.readReplan, ({ actor, params }) => readReplan(platform, actor, params.cycleId));
  serve(serving, contract.stopCycle, ({ actor, params, version }) => stopCycle(platform, actor, params.cycleId, version));
}
