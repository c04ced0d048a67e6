/** HTTP addresses of talks. `find`, `history`, `mine`, `passing`, `team` and `partners` stand before the talk id. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as agenda from './agenda/contract.ts';
import { readAgenda } from './agenda/read-agenda.ts';
import { saveAgenda } from './agenda/save-agenda.ts';
import { bookTime } from './booking/book-time.ts';
import { confirmBooking } from './booking/confirm-booking.ts';
import * as byHand from './booking/contract.ts';
import { findTimes } from './booking/find-times.ts';
import { readCalendarFile } from './booking/read-calendar-file.ts';
import * as contract from './contract.ts';
import * as handOver from './hand-over/contract.ts';
import * as holding from './holding/contract.ts';
import { movePart } from './holding/move-part.ts';
import { proposeCheckIn } from './holding/propose-check-in.ts';
import { readHolding } from './holding/read-holding.ts';
import { recordTalk } from './holding/record-talk.ts';
import * as history from './history/contract.ts';
import { findInHistory } from './history/find-in-history.ts';
import { readHistory } from './history/read-history.ts';
import { answerAttention } from './mailbox/answer-attention.ts';
import { listComparisons as comparisons } from './mailbox/contract.ts';
import { listComparisons } from './mailbox/list-comparisons.ts';
import { finishTalk } from './finish-talk.ts';
import { listMyTalks, listTeamTalks } from './list-talks.ts';
import { moveTalk } from './moving/move-talk.ts';
import { objectToTime } from './moving/object-to-time.ts';
import { chooseParting } from './parting/choose-parting.ts';
import { passOn, takeBack } from './passing/change-passing.ts';
import * as passing from './passing/contract.ts';
import { readPassed } from './passing/list-passed.ts';
import { listPassing } from './passing/list-passing.ts';
import { readSummary } from './read-summary.ts';
import { findTalk, readTalk } from './read-talk.ts';
import * as ending from './ending/contract.ts';
import { listEnding } from './ending/list-ending.ts';
import { signTalk } from './sign-talk.ts';
import { answerAmendment } from './signing/answer-amendment.ts';
import * as signing from './signing/contract.ts';
import { objectToSummary } from './signing/object-to-summary.ts';
import { proposeAmendment } from './signing/propose-amendment.ts';
import { readRecord } from './signing/read-record.ts';
import { startTalk } from './start-talk.ts';
import * as summaryFile from './summary-file/contract.ts';
import { readSummaryFile } from './summary-file/read-summary-file.ts';
import { chooseTalk } from './unplanned/choose-talk.ts';
import * as unplanned from './unplanned/contract.ts';
import { listPartners } from './unplanned/list-partners.ts';
import { startUnplanned } from './unplanned/start-unplanned.ts';
import { listTeam as team } from './team/contract.ts';
import { listTeam } from './team/list-team.ts';

export function talkRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.listMyTalks, ({ actor }) => listMyTalks(platform, actor));
  serve(serving, contract.listTeamTalks, ({ actor }) => listTeamTalks(platform, actor));
  serve(serving, team, ({ actor }) => listTeam(platform, actor));
  serve(serving, history.readHistory, ({ actor, params }) => readHistory(platform, actor, params.employeeId));
  serve(serving, history.findInHistory, ({ actor, params, body }) => findInHistory(platform, actor, params.employeeId, body.words));
  serve(serving, contract.findTalk, ({ actor, query }) => findTalk(platform, actor, query));
  serve(serving, unplanned.listPartners, ({ actor }) => listPartners(platform, actor));
  serve(serving, unplanned.startUnplanned, ({ actor, body }) => startUnplanned(platform, actor, body));
  serve(serving, unplanned.chooseTalk, ({ actor, params, body }) => chooseTalk(platform, actor, params.talkId, body.chatId));
  serve(serving, passing.listPassing, ({ actor }) => listPassing(platform, actor));
  serve(serving, comparisons, ({ actor }) => listComparisons(platform, actor));
  serve(serving, contract.readTalk, ({ actor, params }) => readTalk(platform, actor, params.talkId));
  serve(serving, contract.findTimes, ({ actor, params, query }) => findTimes(platform, actor, params.talkId, query));
  serve(serving, contract.bookTalk, ({ actor, params, body, version }) => bookTime(platform, actor, params.talkId, body.start, version));
  serve(serving, byHand.readCalendarFile, ({ actor, params }) => readCalendarFile(platform, actor, params.talkId));
  serve(serving, byHand.confirmBooking, ({ actor, params, version }) => confirmBooking(platform, actor, params.talkId, version));
  serve(serving, contract.moveTalk, ({ actor, params, body, version }) => moveTalk(platform, actor, params.talkId, body.start, version));
  serve(serving, contract.objectToTime, ({ actor, params, version }) => objectToTime(platform, actor, params.talkId, version));
  serve(serving, contract.answerAttention, ({ actor, params, body, version }) =>
    answerAttention(platform, actor, params.talkId, body, version),
  );
  serve(serving, agenda.readAgenda, ({ actor, params }) => readAgenda(platform, actor, params.talkId));
  serve(serving, agenda.saveAgenda, ({ actor, params, body, version }) => saveAgenda(platform, actor, params.talkId, body, version));
  serve(serving, handOver.chooseParting, ({ actor, params, body, version }) =>
    chooseParting(platform, actor, params.talkId, body.choice, version),
  );
  serve(serving, passing.passOn, ({ actor, params, body, version }) => passOn(platform, actor, params.talkId, body, version));
  serve(serving, passing.takeBack, ({ actor, params, body, version }) => takeBack(platform, actor, params.talkId, body.what, version));
  serve(serving, passing.readPassed, ({ actor, params }) => readPassed(platform, actor, params.talkId));
  serve(serving, contract.startTalk, ({ actor, params, version }) => startTalk(platform, actor, params.talkId, version));
  serve(serving, contract.finishTalk, ({ actor, params, version }) => finishTalk(platform, actor, params.talkId, version));
  serve(serving, contract.readSummary, ({ actor, params }) => readSummary(platform, actor, params.talkId));
  serve(serving, summaryFile.readSummaryPdf, ({ actor, params }) => readSummaryFile(platform, actor, params.talkId, 'pdf'));
  serve(serving, summaryFile.readSummaryWord, ({ actor, params }) => readSummaryFile(platform, actor, params.talkId, 'word'));
  serve(serving, ending.listEnding, ({ actor, params }) => listEnding(platform, actor, params.talkId));
  serve(serving, contract.signTalk, ({ actor, params, body, version }) => signTalk(platform, actor, params.talkId, body, version));
  serve(serving, signing.readRecord, ({ actor, params }) => readRecord(platform, actor, params.talkId));
  serve(serving, signing.objectToSummary, ({ actor, params, body, version }) =>
    objectToSummary(platform, actor, params.talkId, body, version),
  );
  serve(serving, signing.proposeAmendment, ({ actor, params, body, version }) =>
    proposeAmendment(platform, actor, params.talkId, body, version),
  );
  serve(serving, signing.answerAmendment, ({ actor, params, body, version }) => answerAmendment(platform, actor, params, body, version));
  serve(serving, holding.readHolding, ({ actor, params }) => readHolding(platform, actor, params.talkId));
  serve(serving, holding.movePart, ({ actor, params, body, version }) => movePart(platform, actor, params.talkId, body.partId, version));
  serve(serving, holding.proposeCheckIn, ({ actor, params, body, version }) =>
    proposeCheckIn(platform, actor, params.talkId, body.day, version),
  );
  serve(serving, holding.recordTalk, ({ actor, params, body, version }) => recordTalk(platform, actor, params.talkId, body, version));
}
