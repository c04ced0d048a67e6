import { expect, it } from 'vitest';
import { anExport, piecesOf, wholeOf } from '#test/given/exported.ts';
import { exportSchema, type Exported } from '../contract.ts';
import { jsonOf, type Piece } from './pieces.ts';

const hostile = '</script>"\\\u2028\ud800 {"version":2}\n';

it.each([
  ['everything', anExport()],
  ['nothing in the lists', anExport({ talks: [], goals: [], topics: [], reminders: [] })],
  ['what looks like JSON', anExport({ topics: [{ ...(anExport().topics[0] as Exported['topics'][number]), text: hostile }] })],
])('JSON in pieces says what the whole says: %s', async (_what, exported) => {
  const text = await wholeOf(jsonOf(piecesOf(exported)));
  expect(JSON.parse(text)).toEqual(exported);
  expect(exportSchema.parse(JSON.parse(text))).toEqual(exported);
});

it('A line is written before the next one is read, so that little is in memory', async () => {
  const seen: string[] = [];
  async function* topics(): AsyncGenerator<Exported['topics'][number]> {
    for (const text of ['Hallon', 'Blåbär']) {
      seen.push(`read ${text}`);
      yield { ...(anExport().topics[0] as Exported['topics'][number]), text };
    }
  }
  async function* pieces(): AsyncGenerator<Piece> {
    yield { member: 'topics', lines: topics() };
  }
  for await (const text of jsonOf(pieces())) for (const word of ['Hallon', 'Blåbär']) if (text.includes(word)) seen.push(`wrote ${word}`);
  expect(seen).toEqual(['read Hallon', 'wrote Hallon', 'read Blåbär', 'wrote Blåbär']);
});
