/** The local Microsoft 365: joins its services, the desk and the host page on one port of this machine. Holds no behaviour of its own. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import express, { type Express } from 'express';
import type { Company } from './core/company-type.ts';
import type { MovableClock } from './core/clock.ts';
import { loadCompany } from './core/load-company.ts';
import { createWorld, type AppRegistration, type World } from './core/world.ts';
import type { Limits } from './core/limits.ts';
import { deskRoutes } from '../desk/routes.ts';
import { createDeliverActivity } from './connector/deliver-activity.ts';
import { connectorRoutes } from './connector/routes.ts';
import { createTeams } from './connector/teams.ts';
import { createSigningKeys } from './entra/keys.ts';
import { entraRoutes } from './entra/routes.ts';
import { atRoot, isFromSpa } from './entra/sign-in/spa.ts';
import { graphRoutes } from './graph/routes.ts';
import { refuseStrangers, serveHostPage } from './host-page.ts';

export type M365Options = {
  /** Folder to keep everything in; absent: it is gone at the end. */
  dir?: string;
  /** 0 lets the system choose. */
  port: number;
  app: AppRegistration;
  /** Which of Graph's limits are off, and how the one of two readings is read; also changed at the desk. */
  limits?: Partial<Limits>;
  /** Names besides localhost under which a browser may reach it. */
  names?: string[];
};
export type M365 = {
  url: string;
  /** Goes with the machine's clock until somebody moves it at the desk. */
  clock: MovableClock;
  /** Adds a tenant; one that is there already is left alone. */
  load(company: Company): Promise<void>;
  /** Tells where the app is reached, once that is known. */
  setApp(part: Partial<AppRegistration>): Promise<void>;
  stop(): Promise<void>;
};

export async function startM365({ dir, port, app, limits, names }: M365Options): Promise<M365> {
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const world = createWorld({ ...app }, dir);
  Object.assign(world.limits, limits);
  const stopping = new AbortController();
  const server = createServer(await joinParts(world, stopping.signal, names));
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock: world.clock,
    async load(company) {
      loadCompany(world, company);
      await world.tables.flushed();
    },
    async setApp(part) {
      Object.assign(world.app, part);
    },
    async stop() {
      stopping.abort();
      await close(server);
      await world.tables.close();
    },
  };
}

async function joinParts(world: World, stopping: AbortSignal, names: string[] = []): Promise<Express> {
  const [entraKeys, botKeys] = await Promise.all([createSigningKeys(world, 'entraKeys'), createSigningKeys(world, 'botKeys')]);
  const connector = connectorRoutes(world, { entra: entraKeys, bot: botKeys });
  const teams = createTeams(world, createDeliverActivity(world, botKeys, stopping));
  const server = express().disable('x-powered-by');
  server.use(atRoot);
  server.use(refuseStrangers(names, (request) => isFromSpa(world, request)));
  server.use('/login.microsoftonline.com', entraRoutes(world, entraKeys));
  server.use('/login.botframework.com', connector.login);
  server.use('/graph.microsoft.com', graphRoutes(world, entraKeys));
  server.use('/smba.trafficmanager.net', connector.service);
  server.use('/desk/api', deskRoutes(world, { keys: { entra: entraKeys, connector: botKeys }, teams }));
  server.use(serveHostPage());
  return server;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
