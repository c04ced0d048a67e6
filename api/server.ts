/** The one place where the parts are joined. No logic. */
import { createServer as createHttpServer, type Server } from 'node:http';
import express, { type Express } from 'express';
import { agreementRoutes } from './agreement/routes.ts';
import { checkInAnswerRoutes } from './checkin/answer/routes.ts';
import { checkinRoutes } from './checkin/routes.ts';
import { refusals } from './contract.ts';
import { recurrenceRoutes } from './cycle/recurrence/routes.ts';
import { cycleRoutes } from './cycle/routes.ts';
import { insightRoutes } from './insight/routes.ts';
import { goalRoutes } from './development/goal/routes.ts';
import { jobsOf } from './jobs.ts';
import { livePath } from './note/contract.ts';
import { noteDocuments } from './note/open-note.ts';
import { noteRoutes } from './note/routes.ts';
import { checkActive } from './people/check-active.ts';
import { peopleRoutes } from './people/routes.ts';
import { systemClock, timerOf, type Clock, type Timer } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { readTabConfig } from './platform/config/contract.ts';
import { connectDb } from './platform/db/db.ts';
import { createApp } from './platform/endpoint/http.ts';
import { identifyByLinkOnce, identifyOnce, type Identify, type IdentifyByLink } from './platform/endpoint/identify.ts';
import { limitWrongLinks } from './platform/endpoint/limit-links.ts';
import { serveNotifications } from './platform/endpoint/notifications.ts';
import { serve, serveProblems, type Serving } from './platform/endpoint/serve.ts';
import { serveLonePage, serveTabFiles } from './platform/endpoint/tab-files.ts';
import { createGraph } from './platform/graph/graph.ts';
import { signInOf } from './platform/identity/sign-in.ts';
import { createVerifyToken } from './platform/identity/verify-token.ts';
import { mountLive } from './platform/live/live.ts';
import { createLog } from './platform/log/log.ts';
import type { Platform } from './platform/platform.ts';
import { done } from './platform/refusal/contract.ts';
import { openKeyWrapper } from './platform/seal/key-wrapper.ts';
import { createSeal } from './platform/seal/seal.ts';
import { startWorker, type Worker } from './platform/worker/worker.ts';
import { readerOf, recordAccesses, recordRefused } from './privacy/access-log/record-accesses.ts';
import { mayCall } from './privacy/check-call.ts';
import { leavingApi, leavingPath } from './privacy/leaving/contract.ts';
import { openLink } from './privacy/leaving/open-link.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { preparationRoutes } from './preparation/routes.ts';
import { reminderRoutes } from './reminder/routes.ts';
import { isFromKnown, takeNotifications } from './talk/mailbox/answer-notifications.ts';
import { askingRoutes } from './reminder/asking/routes.ts';
import { notificationPath } from './talk/mailbox/contract.ts';
import { talkRoutes } from './talk/routes.ts';
import { templateRoutes } from './template/routes.ts';
import { wishRoutes } from './wish/routes.ts';

export type Samtal = { platform: Platform; /** Answers the address it listens on. */ listen(): Promise<string>; stop(): Promise<void> };

/** Joins the parts. `extend` mounts what api does not know, the bot, before the tab's own addresses. */
export async function createServer(
  config: Config,
  clock: Clock & Partial<Timer> = systemClock,
  extend?: (app: Express, platform: Platform) => void,
): Promise<Samtal> {
  const log = createLog(config.logLevel);
  const db = await connectDb(config.mongoUri, config.dbName);
  const seal = createSeal(db, await openKeyWrapper(config.keyUrl));
  let worker: Worker | null = null;
  const platform: Platform = {
    config,
    clock,
    log,
    db,
    seal,
    graph: createGraph(config, timerOf(clock)),
    live: null,
    cards: null,
    wake: (...jobs) => worker?.wake(...jobs),
  };
  const verify = checkActive(platform, createVerifyToken(config, clock));
  const identify = identifyOnce(verify);
  const identifyByLink = identifyByLinkOnce((secret) => openLink(platform, secret));
  const app = createApp(config, log, clock, identify);
  limitWrongLinks(app, leavingApi, identifyByLink);
  const serving = servingOf(platform, identify, identifyByLink);
  mountRoutes(serving, platform);
  serveNotifications(app, notificationPath, {
    take: (body) => takeNotifications(platform, body),
    isKnown: (body) => isFromKnown(platform, body),
  });
  extend?.(app, platform);
  app.use(serving.router);
  serveLonePage(app, config.tabDir, leavingPath);
  serveTabFiles(app, config.tabDir);
  serveProblems(serving, app);
  const server = createHttpServer(app);
  platform.live = mountLive({
    server,
    path: livePath,
    verify,
    documents: noteDocuments(platform),
    log,
    clock,
    origins: [config.publicUrl],
  });
  return {
    platform,
    async listen() {
      const url = await listenOn(server, config.listen);
      worker = startWorker(jobsOf(platform), log, timerOf(clock));
      return url;
    },
    async stop() {
      await worker?.stop();
      await platform.live?.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await db.close();
    },
  };
}

function servingOf(platform: Platform, identify: Identify, identifyByLink: IdentifyByLink): Serving {
  return {
    router: express.Router(),
    identify,
    identifyByLink,
    mayCall,
    statusOf: refusals,
    log: platform.log,
    readerOf,
    record: (reading) => recordAccesses(platform, reading),
    recordRefused: (reading) => recordRefused(platform, reading),
  };
}

function mountRoutes(serving: Serving, platform: Platform): void {
  const { hostOrigins, teamsAppId } = platform.config;
  const signIn = signInOf(platform.config);
  serve(serving, readTabConfig, () => Promise.resolve(done({ hostOrigins, teamsAppId, signIn })));
  peopleRoutes(serving, platform);
  templateRoutes(serving);
  cycleRoutes(serving, platform);
  recurrenceRoutes(serving, platform);
  talkRoutes(serving, platform);
  preparationRoutes(serving, platform);
  noteRoutes(serving, platform);
  agreementRoutes(serving, platform);
  goalRoutes(serving, platform);
  checkinRoutes(serving, platform);
  checkInAnswerRoutes(serving, platform);
  askingRoutes(serving, platform);
  wishRoutes(serving, platform);
  insightRoutes(serving, platform);
  reminderRoutes(serving, platform);
  privacyRoutes(serving, platform);
}

function listenOn(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(`http://${host}:${typeof address === 'object' ? (address?.port ?? port) : port}`);
    });
  });
}
