/**
 * What Samtal's request rates are measured against: Express and the driver alone, with the reads and the write that Samtal asks the store for, of the same
 * documents. No sign-in, no policy, no checks, nothing opened or sealed; Samtal's worker and log are missing as well.
 */
import express from 'express';
import { Binary, MongoClient } from 'mongodb';

type Doc = { _id: string } & Record<string, unknown>;
type Prepared = { _id: string; answered: string[] };
const { BARE_STORE, BARE_PORT } = process.env;
if (!BARE_STORE || !BARE_PORT) throw new Error('BARE_STORE and BARE_PORT say where everything is');
const client = await MongoClient.connect(BARE_STORE, { writeConcern: { w: 'majority', journal: true } });
const db = client.db('samtal');
const [talks, people, agendas] = ['talks', 'people', 'agendas'].map((name) => db.collection<Doc>(name));
const preparations = db.collection<Prepared>('preparations');
if (!talks || !people || !agendas) throw new Error('Four collections are needed');

const app = express();
app.get('/talks/:talkId', async (request, response) => {
  const { talkId } = request.params;
  const talk = await talks.findOne({ _id: talkId });
  if (!talk) return void response.status(404).end();
  const { tenantId, employeeId, managerId } = talk as unknown as Record<'tenantId' | 'employeeId' | 'managerId', string>;
  const [both, prepared, agenda] = await Promise.all([
    people.find({ _id: { $in: [`${tenantId}/${employeeId}`, `${tenantId}/${managerId}`] } }).toArray(),
    preparations.find({ tenantId, talkId }, { projection: { side: 1, releasedAt: 1, answered: 1 } }).toArray(),
    agendas.findOne({ _id: talkId, tenantId }, { projection: { minutes: 1 } }),
  ]);
  response.json({ ...talk, people: both.map(({ name }) => name), prepared, minutes: agenda?.minutes ?? {} });
});

app.put('/talks/:talkId/answers/:questionId', express.json(), async (request, response) => {
  const { talkId, questionId } = request.params;
  const version = Number(request.get('if-match')?.slice(1, -1));
  const talk = await talks.findOne({ _id: talkId });
  if (!talk) return void response.status(404).end();
  const path = `answers.${questionId}`;
  const { text } = request.body as { text: string };
  const saved = await preparations.updateOne(
    { _id: `${talkId}/bare`, ...(version === 0 ? { [path]: { $exists: false } } : { [`${path}.version`]: version }) },
    {
      $set: { [path]: { sealed: new Binary(Buffer.from(text, 'utf16le')), version: version + 1, savedAt: new Date() } },
      $addToSet: { answered: questionId },
    },
    { upsert: version === 0 },
  );
  if (saved.matchedCount + saved.upsertedCount === 0) return void response.status(412).end();
  response.json({ questionId, text, version: version + 1 });
});
app.listen(Number(BARE_PORT), '127.0.0.1', () => process.send?.({ listening: BARE_PORT }));
process.on('disconnect', () => process.exit(0));
