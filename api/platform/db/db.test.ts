/** What is written past a model is as safe as what a model writes, and read where that reads. */
import { Schema } from 'mongoose';
import { expect, it } from 'vitest';
import { givenOwnDb } from '#test/given/own-db.ts';
import { defineCollection, plainly } from './db.ts';

const db = givenOwnDb('db');
const things = defineCollection<{ _id: string; name: string }>(
  'things',
  new Schema({ _id: { type: String, required: true }, name: { type: String, required: true } }),
);

it('is acknowledged by a majority and journaled, and read from the primary', () => {
  const { writeConcern, readPreference } = plainly(things(db()));
  expect(writeConcern).toMatchObject({ w: 'majority', j: true });
  expect(readPreference?.mode).toBe('primary');
});

it('is the same collection as the model’s', async () => {
  await plainly(things(db())).insertOne({ _id: 'a', name: 'apple' });
  await things(db()).create({ _id: 'b', name: 'beet' });
  expect(await things(db()).find().sort({ _id: 1 }).lean().exec()).toEqual(await plainly(things(db())).find().sort({ _id: 1 }).toArray());
  expect(await plainly(things(db())).countDocuments({})).toBe(2);
});
