/** The summary of a talk as a file to keep or print, PDF or Word. What is in it, and for whom, is what the summary and its record say; nothing is written here. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

const one = z.strictObject({ talkId: z.string().max(100) });
const fileSchema = z.instanceof(Uint8Array);

/** For the two alone, as the summary itself. In the employee's language and time zone: it is one document, whoever of the two saves it. */
export const readSummaryPdf = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/summary/pdf',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: one,
  type: 'application/pdf',
  answer: fileSchema,
});
export const readSummaryWord = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/summary/docx',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: one,
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  answer: fileSchema,
});
