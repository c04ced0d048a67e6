/** Svenska: vad en ny chef läser av samtal som någon annan har hållit, och vad medarbetaren lägger till. Laddas med den sidan. */
import type { passingTexts as english } from './passing-en.ts';

export const passingTexts: typeof english = {
  title: 'Det som följer med',
  lead: '{{name}} är din chef nu. En del följer med av sig självt. Resten bestämmer du själv, samtal för samtal.',
  emptyTitle: 'Ingen har tagit över dina samtal',
  emptyText: 'När en ny chef tar över ser du här vad hen läser av det som varit, och väljer vad mer hen får läsa.',
  bySelf: 'Följer med av sig självt',
  agreements: 'Underskrivna överenskommelser',
  goals: 'Mål som {{name}} kan läsa',
  ended_one: 'Dessutom {{count}} som inte är på gång längre.',
  ended_other: 'Dessutom {{count}} som inte är på gång längre.',
  none: 'Ingenting. Det finns inga underskrivna överenskommelser eller delade mål från tidigare.',
  with: 'Med {{name}}',
  open: 'Se samtalet',
  items: { preparation: 'Din förberedelse', 'shared-notes': 'Era gemensamma anteckningar' },
  absent: { preparation: 'Du delade ingen i det här samtalet.', 'shared-notes': 'Ni skrev inga i det här samtalet.' },
  ofBoth: 'Även det {{manager}} skrev finns med.',
  cannot: '{{name}} kan inte läsa det.',
  can: '{{name}} kan läsa det sedan {{day}}.',
  give: 'Låt {{name}} läsa',
  take: 'Ta tillbaka',
  gave: '{{name}} kan läsa det från och med nu. Du kan ta tillbaka det när du vill.',
  took: '{{name}} kan inte läsa det längre. Det som redan är läst går inte att göra oläst.',
  never:
    'Privata anteckningar, utkast och det en chef har förberett följer aldrig med. När du väljer får varken {{name}} eller den förra chefen något besked.',
};
