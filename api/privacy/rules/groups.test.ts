/** What the smallest group is held to. What is counted of groups is tested with the counts (api/insight, api/agreement). */
import { expect, it } from 'vitest';
import { fewest } from '#api/privacy/rules/groups.ts';

it('never shows fewer than the five people that people are promised', () => expect(fewest).toBe(5));
