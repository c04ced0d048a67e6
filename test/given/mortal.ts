/**
 * Lives of Samtal that end at a chosen step: a write to the store, or a call to Graph or into a chat (to die at a read is to die before the next of these), just before it is sent or when its answer is there. What was
 * on its way arrives all the same, as it does when a container is killed; the dead life takes no further step.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Between } from './virtual-m365.ts';
import type { Life, VirtualSamtal } from './virtual-samtal.ts';

export type Death = { step: number; when: 'before' | 'after' };
export type Mortal = {
  life: Life;
  /** Counts steps from now on; the life ends at this one. */
  dieAt(death: Death): void;
  /** The steps taken since then, by name: `update talks`, `POST events`. */
  steps: string[];
  isDead(): boolean;
  /** Runs something as part of this life. */
  asPart<T>(work: () => T): T;
  close(): void;
};

type Self = { dead: boolean; take(name: string): 'go' | 'die-before' | 'die-after'; die(): void };
const living = new AsyncLocalStorage<Self>();
const never = <T>(): Promise<T> => new Promise(() => undefined);

export async function beginMortal(samtal: VirtualSamtal): Promise<Mortal> {
  const steps: string[] = [];
  let death: Death | null = null;
  let life: Life | null = null;
  const self: Self = {
    dead: false,
    take(name) {
      if (!death) return 'go';
      steps.push(name);
      return steps.length === death.step ? `die-${death.when}` : 'go';
    },
    die() {
      if (self.dead) return;
      self.dead = true;
      line.cut();
      life?.die();
    },
  };
  const line = await openLine(samtal.storeUri, self);
  samtal.m365.standBetween(watchGraph);
  life = await samtal.begin(line.uri);
  return {
    life,
    steps,
    dieAt: (chosen) => void (death = chosen),
    isDead: () => self.dead,
    asPart: (work) => living.run(self, work),
    close: () => line.cut(),
  };
}

/** Stands between a life and the store, and sees each write. */
async function openLine(storeUri: string, self: Self): Promise<{ uri: string; cut(): void }> {
  const port = Number(new URL(storeUri).port);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].forEach((one) => one.destroy()));
    }
    let isLast = false;
    near.on('data', (bytes) => {
      const name = commandIn(bytes);
      const fate = name === null ? 'go' : self.take(name);
      if (fate === 'die-before') return self.die();
      isLast ||= fate === 'die-after';
      far.write(bytes);
    });
    far.on('data', (bytes) => (isLast ? self.die() : near.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const opMsg = 2013;
const writes = new Set(['update', 'insert', 'delete', 'findAndModify']);

/** Name and collection of the command of a write (OP_MSG: header, flags, section kind, document); null for everything else. */
function commandIn(bytes: Buffer): string | null {
  if (bytes.length < 32 || bytes.readInt32LE(12) !== opMsg) return null;
  const name = bytes.toString('utf8', 26, bytes.indexOf(0, 26));
  if (!writes.has(name)) return null;
  const valueAt = 26 + name.length + 1;
  return `${name} ${bytes.toString('utf8', valueAt + 4, bytes.indexOf(0, valueAt + 4))}`;
}

const hosts = ['https://graph.microsoft.com/', 'https://smba.trafficmanager.net/'];

/** Every call to Graph, and into a chat, that is made as part of a life. */
const watchGraph: Between = async (send, input, init) => {
  const self = living.getStore();
  const address = input instanceof Request ? input.url : input.toString();
  if (!self || !hosts.some((host) => address.startsWith(host))) return send(input, init);
  if (self.dead) return never();
  const fate = self.take(callNamed(init?.method ?? 'GET', address));
  if (fate === 'die-before') {
    self.die();
    return never();
  }
  const answer = await send(input, init);
  if (fate === 'die-after') self.die();
  return self.dead ? never() : answer;
};

const callNamed = (method: string, address: string): string => {
  const what = /\/(getSchedule|events|onlineMeetings|installedApps|sendActivityNotification|messages|send|activities)\b/.exec(address)?.[1];
  return `${method} ${what ?? 'other'}`;
};
