/** A talk's own agenda as something that saves itself: one text of all of it, so that it waits, retries and meets another version as answers do. */
import { useCallback } from 'react';
import { saveAgenda, type Agenda, type AgendaInput } from '#api/talk/agenda/contract.ts';
import { useAutosave, type Autosave } from '#tabs/platform/autosave/use-autosave.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';
import { agendaOf, agendaTextLimit, readyOf, textOf, withText } from './use-agenda-text.ts';

export function useAgenda(talkId: string, agenda: Agenda): { autosave: Autosave; agenda: AgendaInput } {
  const call = useCall();
  const save = useCallback(
    async (text: string, version: number) => {
      try {
        const saved = await call(saveAgenda, { params: { talkId }, body: readyOf(agendaOf(text)), version });
        return { text, version: saved.version };
      } catch (thrown) {
        throw withText(asRefused(thrown));
      }
    },
    [call, talkId],
  );
  const stored = { text: textOf(agenda), version: agenda.version };
  const autosave = useAutosave({ key: `agenda/${talkId}`, stored, save, limit: agendaTextLimit });
  return { autosave, agenda: agendaOf(autosave.text) };
}
