/**
 * Who erases what, by collection: the one list that erase-next.ts walks, in this order. Talks go first, so that nobody writes into them any more; keys last, when
 * nothing is left to be sealed with them; and people when all of theirs is gone. A test holds it complete (rules/kept.ts).
 */
import { eraseAgreements, eraseFollowUps } from '#api/agreement/erase-agreements.ts';
import { eraseCheckIns, eraseTopics } from '#api/checkin/erase-check-ins.ts';
import { eraseCycleRows, eraseReplanSteps } from '#api/cycle/rows/erase-rows.ts';
import { eraseGoals } from '#api/development/goal/erase-goals.ts';
import { eraseTold } from '#api/insight/heard/erase-told.ts';
import { eraseHistory, eraseNotesWith, eraseSharedNotes } from '#api/note/erase-notes.ts';
import type { Platform } from '#api/platform/platform.ts';
import { erasePreparationsWith } from '#api/preparation/erase-preparations.ts';
import { eraseAbsences, eraseChoices, eraseReaches } from '#api/reminder/choices/erase-choices.ts';
import { eraseCards, eraseChats } from '#api/reminder/chat/erase-chats.ts';
import { eraseReminders, eraseSignings, eraseWatches } from '#api/reminder/erase-reminders.ts';
import { eraseSignedNotes } from '#api/talk/retention/erase-signed-notes.ts';
import { eraseAgendas, eraseChosen, eraseHoldings, eraseMailboxes, eraseTalks } from '#api/talk/retention/erase-talks.ts';
import { eraseWishes } from '#api/wish/erase-wishes.ts';
import { eraseChains, eraseEntries, eraseRefused } from '../access-log/erase-accesses.ts';
import { eraseBundles } from '../access-bundle/carry-out-request.ts';
import { eraseRequests } from '../access-request/erase-requests.ts';
import { eraseLinks } from '../leaving/drop-link.ts';
import { erasePeople } from './erase-people.ts';
import { findHeldBack } from './find-held-back.ts';
import type { Erase, Parts } from './rules.ts';

export const erasers: Record<string, Erase<Platform>> = {
  talks: eraseTalks,
  preparations: erasePreparationsWith,
  privateNotes: eraseNotesWith,
  sharedNotes: eraseSharedNotes,
  noteHistory: eraseHistory,
  agendas: eraseAgendas,
  agreements: eraseAgreements,
  followUps: eraseFollowUps,
  checkIns: eraseCheckIns,
  holdings: eraseHoldings,
  'chosen-meetings': eraseChosen,
  accesses: eraseEntries,
  accessChains: eraseChains,
  accessRefusals: eraseRefused,
  accessBundles: eraseBundles,
  accessRequests: eraseRequests,
  topics: eraseTopics,
  goals: eraseGoals,
  heardTold: eraseTold,
  reminders: eraseReminders,
  reminderwatches: eraseWatches,
  cycles: eraseCycleRows,
  replans: eraseReplanSteps,
  remindersignings: eraseSignings,
  wishes: eraseWishes,
  reminderchoices: eraseChoices,
  leavingLinks: eraseLinks,
  reaches: eraseReaches,
  absences: eraseAbsences,
  chats: eraseChats,
  cards: eraseCards,
  mailboxes: eraseMailboxes,
  async dataKeys(platform, { tenantId, personId, talkIds }) {
    const { topics, goals } = await findHeldBack(platform, tenantId, personId);
    const own = personId ? [...(topics ? [] : [`topics.${personId}`]), ...(goals ? [] : [`goals.${personId}`])] : [];
    let erased = 0;
    for (const talkId of [...talkIds, ...own]) erased += await platform.seal.shredAll({ tenantId, talkId });
    return erased;
  },
  people: erasePeople,
};

/**
 * What goes of a talk that goes on without its notes. That they are gone is said first. Its keys stay, since agreements and what was signed are sealed with
 * them.
 */
export const notesErasers: Record<string, Erase<Platform>> = {
  talks: eraseSignedNotes,
  preparations: erasePreparationsWith,
  sharedNotes: eraseSharedNotes,
  noteHistory: eraseHistory,
  agendas: eraseAgendas,
};

/** What goes of a talk that was never begun, and that the two may still have. Nothing is said in it: they may prepare it anew. */
const preparedErasers: Record<string, Erase<Platform>> = { preparations: erasePreparationsWith, agendas: eraseAgendas };

export const erasersOf: Record<Parts, Record<string, Erase<Platform>>> = { all: erasers, notes: notesErasers, prepared: preparedErasers };
