/** Serves the built tab: files with hashed names for a year, the page itself always fresh. Knows nothing of what is in them. */
import { join, resolve } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';

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
