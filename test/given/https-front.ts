/** An https front on this machine for a server that speaks http only: passes everything on as it is, the Host header too. */
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';

/** @param url of the server behind it, `http://127.0.0.1:PORT` */
export async function startHttpsFront(url: string, certificate: Certificate): Promise<{ port: number; stop(): Promise<void> }> {
  const { hostname, port } = new URL(url);
  const server = createServer(certificate, (request, response) => {
    const { method, url: path, headers } = request;
    const behind = ask({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    behind.on('error', () => response.destroy());
    response.on('close', () => behind.destroy());
    request.pipe(behind);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
