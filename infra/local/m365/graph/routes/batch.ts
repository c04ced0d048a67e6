/** $batch: up to twenty calls in one. */
import type { Route } from '../call.ts';
import { answerBatch } from '../batch.ts';

export const batchRoutes: Route[] = [{ method: 'POST', path: '/$batch', answer: async (_world, call) => answerBatch(call) }];
