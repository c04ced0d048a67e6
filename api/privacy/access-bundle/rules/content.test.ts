import { describe, expect, it } from 'vitest';
import { anExport, anExportedTalk } from '#test/given/exported.ts';
import { bundleSchema, bundleTalkSchema } from '../contract.ts';
import { copiedMembers, copiedTalk, isCopiedGoal, isCopiedTopic } from './content.ts';

const notes = [{ by: 'Maja Hallberg', text: 'Tyst på mötena.', savedAt: '2027-02-01T09:00:00Z', masked: 0 }];

describe('what of an export is in a bundle', () => {
  it('is the talk with what the managers have noted, and without what only its employee reads', () => {
    const talk = anExportedTalk();
    const copied = copiedTalk(talk, notes);
    expect(bundleTalkSchema.parse(copied)).toEqual(copied);
    const { privateNotes: own, heard, ...rest } = talk;
    expect([own, heard].every(Boolean)).toBe(true);
    expect(copied).toEqual({ ...rest, managersNotes: notes });
    expect(copiedTalk(talk, [])).toEqual(rest);
  });

  it('leaves out a preparation that was never shared', () => {
    const { employeePreparation } = anExportedTalk();
    if (!employeePreparation) throw new Error('This talk was to have one');
    const copied = copiedTalk(anExportedTalk({ employeePreparation: { ...employeePreparation, releasedAt: null } }), []);
    expect(copied.employeePreparation).toBeUndefined();
  });

  it('has the members that its shape has, beside what says what it is', () => {
    expect([...copiedMembers, 'format', 'version'].sort()).toEqual(Object.keys(bundleSchema.shape).sort());
  });

  it('leaves out goals and topics that nobody else was to read', () => {
    const [goal] = anExport().goals;
    const [topic] = anExport().topics;
    if (!goal || !topic) throw new Error('This export was to have one of each');
    const own = { ...goal, sharedWith: null, visibility: 'manager' as const, proposal: null };
    expect([isCopiedGoal(goal), isCopiedGoal(own), isCopiedGoal({ ...own, proposal: 'waiting' })]).toEqual([true, false, true]);
    expect([isCopiedTopic({ ...topic, sharedAt: topic.madeAt }), isCopiedTopic({ ...topic, sharedAt: null })]).toEqual([true, false]);
  });
});
