/** Fetches the summary of a talk as a file and gives it to the reader: one at a time. Remembers nothing of what is in it. */
import { useState } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import { readSummaryPdf, readSummaryWord } from '#api/talk/summary-file/contract.ts';
import { asRefused, type Refused } from '#tabs/platform/call/refused.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';
import { saveAs } from '#tabs/platform/files/save-as.ts';

const files = { pdf: { entry: readSummaryPdf, ending: 'pdf' }, word: { entry: readSummaryWord, ending: 'docx' } } as const;
export type SummaryFile = keyof typeof files;

/** The name tells when the talk was held, to find it again among others; not who was there, since whoever sees a list of files sees it. */
export function nameOf({ startedAt, start }: Pick<Talk, 'startedAt' | 'start'>, kind: SummaryFile): string {
  const day = (startedAt ?? start)?.slice(0, 10);
  return `${['samtal', day].filter(Boolean).join('-')}.${files[kind].ending}`;
}

export function useSummaryFile(talk: Pick<Talk, 'talkId' | 'startedAt' | 'start'>) {
  const call = useCall();
  const [busy, setBusy] = useState<SummaryFile | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ kind: SummaryFile; refused: Refused } | null>(null);
  const save = async (kind: SummaryFile): Promise<void> => {
    if (busy) return;
    setBusy(kind);
    setSaved(null);
    setProblem(null);
    try {
      const { entry } = files[kind];
      const bytes = await call(entry, { params: { talkId: talk.talkId } });
      saveAs(nameOf(talk, kind), entry.type, bytes);
      setSaved(nameOf(talk, kind));
    } catch (thrown) {
      setProblem({ kind, refused: asRefused(thrown) });
    } finally {
      setBusy(null);
    }
  };
  return { save, busy, saved, problem };
}
