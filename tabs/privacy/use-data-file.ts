/** Fetches everything of one's own as a file and gives it to the reader: one at a time, saying how much has come. Remembers nothing of what is in it. */
import { useState } from 'react';
import type { openBundleJson, openBundlePage } from '#api/privacy/access-bundle/contract.ts';
import type { exportJson, exportPage } from '#api/privacy/export/contract.ts';
import type { exportLeftJson, exportLeftPage } from '#api/privacy/leaving/contract.ts';
import { Refused } from '#tabs/platform/call/refused.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';
import { saveAs } from '#tabs/platform/files/save-as.ts';

type FileEntry = typeof exportJson | typeof exportPage | typeof exportLeftJson | typeof exportLeftPage;
/** Of the bundle of an access request: it says which. */
type BundleEntry = typeof openBundleJson | typeof openBundlePage;
const endings = { page: 'html', json: 'json' } as const;
export type DataFile = keyof typeof endings;
/** What makes each of the two files. */
export type DataEntries = Record<DataFile, FileEntry> | (Record<DataFile, BundleEntry> & { requestId: string });

/** The name tells the day and nothing else: whoever sees a list of files sees it. @param day the person's own calendar day */
export const nameOf = (day: string, kind: DataFile): string => `samtal-${day}.${endings[kind]}`;

export function useDataFile(day: string, entries: DataEntries) {
  const call = useCall();
  const [busy, setBusy] = useState<DataFile | null>(null);
  const [bytes, setBytes] = useState(0);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ kind: DataFile; refused: Refused } | null>(null);
  const save = async (kind: DataFile): Promise<void> => {
    if (busy) return;
    setBusy(kind);
    setBytes(0);
    setSaved(null);
    setProblem(null);
    try {
      const entry = entries[kind];
      const content =
        'requestId' in entries
          ? await call<BundleEntry>(entries[kind], { params: { requestId: entries.requestId } }, setBytes)
          : await call<FileEntry>(entries[kind], {}, setBytes);
      saveAs(nameOf(day, kind), entry.type, content);
      setSaved(nameOf(day, kind));
    } catch (thrown) {
      // A file that is cut off on its way is no file: as if no answer had come.
      const cutOff = (): Refused => Refused.because('not-connected', 0, thrown instanceof Error ? thrown.message : String(thrown));
      setProblem({ kind, refused: thrown instanceof Refused ? thrown : cutOff() });
    } finally {
      setBusy(null);
    }
  };
  return { save, busy, bytes, saved, problem };
}
