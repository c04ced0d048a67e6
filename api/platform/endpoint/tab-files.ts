/** Serves the built tab: files with hashed names for a year, the page itself always fresh. Knows nothing of what is in them. */
import { join, resolve } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import { standAlone } from './http.ts';

/** Mounts a page that stands alone, in no host page: a file of its own among the built ones, under whichever of its addresses it is asked for. */
export function serveLonePage(app: Express, folder: string, path: string): void {
  const file = `${path.slice(1)}.html`;
  app.get([path, `/${file}`], ...standAlone, (_request: Request, response: Response) => {
    response.sendFile(join(resolve(folder), file), { dotfiles: 'allow' });
  });
}

/** Mounts the files; every other address that is not the API's answers the page, whose routes live in the browser. */
export function serveTabFiles(app: Express, folder: string): void {
  const root = resolve(folder);
  app.use(
    express.static(root, {
      index: false,
      immutable: true,
      maxAge: '1y',
      setHeaders: (response, path) => void (path.endsWith('.html') && response.set('Cache-Control', 'no-cache')),
    }),
  );
  app.get(/^\/(?!api\/|live$|assets\/).*/, (_request: Request, response: Response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(root, 'index.html'), { dotfiles: 'allow' });
  });
}
