/** Listens on 127.0.0.1 and answers each connection's requests one after another. */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Call } from './commands/call.ts';
import { answer } from './commands/run.ts';
import { asStoreError, errorReply } from './errors.ts';
import { createFramer } from './wire/frame.ts';
import { headOf, readRequest, writeReply } from './wire/message.ts';

export type Listening = { port: number; stop(): Promise<void> };
type Shared = Omit<Call, 'host' | 'connection' | 'db' | 'command'>;

export async function listen(shared: Shared, port: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ noDelay: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  let connections = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    connections += 1;
    serve(socket, { ...shared, host: `127.0.0.1:${actual}`, connection: connections });
  });
  return {
    port: actual,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serve(socket: Socket, call: Omit<Call, 'db' | 'command'>): void {
  let turn = Promise.resolve();
  const frame = createFramer((message) => {
    turn = turn.then(() => respond(socket, call, message));
  });
  // A client that goes away in the middle of something is nothing to report.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      frame(chunk);
    } catch {
      socket.destroy();
    }
  });
}

async function respond(socket: Socket, call: Omit<Call, 'db' | 'command'>, message: Buffer): Promise<void> {
  const head = headOf(message);
  try {
    const { command, wantsReply } = readRequest(message);
    const body = await answer({ ...call, db: String(command.$db), command });
    if (wantsReply) socket.write(writeReply(head, body));
  } catch (error) {
    socket.write(writeReply(head, errorReply(asStoreError(error))));
  }
}
