/** Turns requests for the live socket into sockets: this one address, from our own pages only, frames of a limited size. */
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

export type Upgrading = { server: Server; path: string; origins: string[]; accept(ws: WebSocket, request: IncomingMessage): void };

/** Largest frame: a whole document of notes fits many times over. */
const frameLimitBytes = 2_000_000;

/** Takes over the server's upgrades; answers how to stop taking new ones. */
export function takeUpgrades({ server, path, origins, accept }: Upgrading): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameLimitBytes, perMessageDeflate: false, clientTracking: false });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    if (request.url !== path) return turnAway(socket, 404);
    if (!mayCome(request, origins)) return turnAway(socket, 403);
    sockets.handleUpgrade(request, socket, head, accept);
  };
  server.on('upgrade', onUpgrade);
  return () => server.off('upgrade', onUpgrade);
}

/** A browser always names the page's origin; programs that name none have no signed-in user to borrow. */
function mayCome({ headers: { origin, host } }: IncomingMessage, origins: string[]): boolean {
  if (origin === undefined) return true;
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function turnAway(socket: Duplex, status: 403 | 404): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
