/** What was published under a number stays as it was, to the last letter: talks are frozen to it by number alone. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../contract.ts';
import { developmentTalk2 } from './development-talk-2.ts';
import { developmentTalk } from './development-talk.ts';
import { unplannedTalk } from './unplanned-talk.ts';

/** A hash never changes here. Whoever wants another text or question adds a version, and its line. */
const published: [Template, string][] = [
  [developmentTalk, '55ae546068033244f2b504708bf8112e6495974f0ad018fe9cd06bd4a0996ebd'],
  [developmentTalk2, '24c4b812ca3ddb03721fc4043cff49a2926dc6be8efb433af309b4fc00d928dd'],
  [unplannedTalk, '0cef6ab0615684b4ef7b7347a6ecad60c01dd74aa329ba43c360e40c0d2a88ce'],
];

describe('a published template', () => {
  it.each(published.map(([template, hash]) => ({ name: `${template.templateId} ${template.version}`, template, hash })))(
    'is what it was: $name',
    ({ template, hash }) => {
      expect(createHash('sha256').update(JSON.stringify(template)).digest('hex')).toBe(hash);
    },
  );

  it('is numbered from one on, each kind for itself', () => {
    expect(published.map(([{ version }]) => version)).toEqual([1, 2, 1]);
  });
});
