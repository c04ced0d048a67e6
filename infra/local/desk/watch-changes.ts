/** Word of changes to an open page, as server-sent events. Says what changed, never how: the page reads again. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { World } from '../m365/core/world.ts';
import { readInput } from './refusal.ts';

const query = z.object({ person: z.string() });

export function watchChanges(world: World, request: Request, response: Response): void {
  const { person } = readInput(query, request.query);
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache', Connection: 'keep-alive' });
  response.flushHeaders();
  response.write(': watching\n\n');
  const forget = world.onChange(({ personId, area }) => {
    // Everybody sees who works here, and who of them has the app.
    const concerns = personId === person || personId === '*' || area === 'directory' || area === 'app';
    if (concerns) response.write(`data: ${JSON.stringify({ area })}\n\n`);
  });
  response.on('close', forget);
}
