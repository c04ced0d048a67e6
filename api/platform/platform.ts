/** What every verb is given as its first argument: the ground that features stand on, made once in server.ts. Holds no feature. */
import type { Clock, Timer } from './clock/clock.ts';
import type { Config } from './config/config.ts';
import type { Db } from './db/db.ts';
import type { Graph } from './graph/graph.ts';
import type { Live } from './live/live.ts';
import type { Log } from './log/log.ts';
import type { Seal } from './seal/seal.ts';
import type { JobName } from './worker/job-names.ts';

/** A card channel (the bot) that reminders can use; set by the composition root when the bot is mounted. */
export type CardChannel = {
  /**
   * Puts the "preparation is due" card into the person's chat with the bot, one for a `key`. Answers true when it was put there, or when their Teams
   * has shown it meanwhile; false when there is no chat, or nobody can say after several tries. Throws MicrosoftUnavailable when it is to be asked
   * again later.
   */
  sendPreparationDue(
    to: { tenantId: string; personId: string },
    facts: { key: string; managerName: string; when: string; link: string; language: 'sv' | 'en'; about?: CardAbout },
  ): Promise<boolean>;
  /** The same for any other reminder: what it is, one sentence, one button. */
  sendReminder(
    to: { tenantId: string; personId: string },
    card: { key: string; title: string; line: string; button: { title: string; url: string }; about?: CardAbout },
  ): Promise<boolean>;
};
/** What a card is about: it is the card of that as it is now, with what can be done in place. A card about none of these says what is still true of its reminder. */
export type CardAbout = { talkId: string; agreementId?: string; checkIn?: true };

export type Platform = {
  config: Config;
  /** May also wait, for those that drive their own time: see `timerOf`. */
  clock: Clock & Partial<Timer>;
  log: Log;
  db: Db;
  seal: Seal;
  graph: Graph;
  /** Absent until the live socket is mounted on a listening server. */
  live: Live | null;
  cards: CardChannel | null;
  /** Tells the worker that these have something to do now; all of them when none is named. */
  wake(...jobs: JobName[]): void;
};
