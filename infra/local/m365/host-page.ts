/**
 * Serves the built host page, and keeps strange web pages away from the whole server: it asks nobody who they are, so that a page from elsewhere
 * in the same browser must not reach it under another name or with a form.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Request, type RequestHandler, type Router } from 'express';

const folder = fileURLToPath(new URL('../../../dist/host/', import.meta.url));
const ownNames = ['localhost', '127.0.0.1'];
const missing = `<!doctype html><html lang="en"><meta charset="utf-8"><title>No host page</title>
<h1>The host page has not been built</h1><p>Start with <code>npm start</code>, which builds it.</p></html>`;

/**
 * Refuses other names than this machine's (DNS rebinding), and calls that a page of another origin makes in a browser.
 * @param names by which the server is known besides, for example behind a test's own https front
 * @param isInvited what another origin may ask all the same
 */
export const refuseStrangers =
  (names: string[] = [], isInvited: (request: Request) => boolean = () => false): RequestHandler =>
  (request, response, next) => {
    const { host = '', origin } = request.headers;
    const ours = [...ownNames, ...names].includes(host.replace(/:\d+$/, ''));
    if (ours && (origin === undefined || origin.replace(/^https?:\/\//, '') === host || isInvited(request))) return next();
    response.status(403).json({ error: 'This server answers to its own pages on this machine only.' });
  };

/** Files of the page; every other address a person may open leads to its index. Microsoft's hosts and the desk's calls come first. */
export function serveHostPage(): Router {
  const router = express.Router();
  router.use(express.static(folder, { index: false }));
  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (/^\/(assets|desk\/api)\/|^\/favicon\.ico$/.test(request.path)) return next();
    response.set('Cache-Control', 'no-cache');
    if (existsSync(`${folder}index.html`)) return response.sendFile('index.html', { root: folder });
    response.status(503).type('html').send(missing);
  });
  return router;
}
