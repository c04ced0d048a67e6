/** Every refusal Samtal can give, with its HTTP status: one table for the server, one list of texts for the tab. */
import { platformRefusals } from './platform/refusal/contract.ts';
import { cycleRefusals } from './cycle/contract.ts';
import { roomRefusals } from './cycle/room/contract.ts';
import { talkRefusals } from './talk/contract.ts';
import { partingRefusals } from './talk/parting/contract.ts';
import { passingRefusals } from './talk/passing/contract.ts';
import { signingRefusals } from './talk/signing/contract.ts';
import { agendaRefusals } from './talk/agenda/contract.ts';
import { preparationRefusals } from './preparation/contract.ts';
import { noteRefusals } from './note/contract.ts';
import { agreementRefusals } from './agreement/contract.ts';
import { followingRefusals } from './agreement/following/contract.ts';
import { topicRefusals } from './checkin/contract.ts';
import { checkInRefusals } from './checkin/answer/contract.ts';
import { wishRefusals } from './wish/contract.ts';
import { leavingRefusals } from './privacy/leaving/contract.ts';
import { accessBundleRefusals } from './privacy/access-bundle/contract.ts';
import { accessRequestRefusals } from './privacy/access-request/contract.ts';
import { exportRefusals } from './privacy/export/contract.ts';

export const refusals = {
  ...platformRefusals,
  ...cycleRefusals,
  ...roomRefusals,
  ...talkRefusals,
  ...partingRefusals,
  ...passingRefusals,
  ...signingRefusals,
  ...agendaRefusals,
  ...preparationRefusals,
  ...noteRefusals,
  ...agreementRefusals,
  ...followingRefusals,
  ...topicRefusals,
  ...checkInRefusals,
  ...wishRefusals,
  ...exportRefusals,
  ...leavingRefusals,
  ...accessRequestRefusals,
  ...accessBundleRefusals,
} as const;

/** Names of all refusals; texts in every language are keyed by it, so a missing one does not compile. */
export type Reason = keyof typeof refusals;
