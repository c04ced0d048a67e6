/** Svenska texter för att ge enstaka samtal i en plan en annan tid. Del av sv.ts. */
import type { placingTexts as english } from './placing-en.ts';

export const placingTexts: typeof english = {
  place: {
    another: 'Annan tid',
    find: 'Hitta en tid',
    anotherFor: 'Annan tid: {{name}}',
    findFor: 'Hitta en tid: {{name}}',
    title: 'En annan tid för {{name}}',
    titleFirst: 'En tid för {{name}}',
    lead: 'De närmaste tiderna som passar båda och reglerna, medan alla andra samtal ligger kvar. Inget skickas.',
    from: 'Sök från',
    more: 'Senare tider',
    noMore: 'Det finns inga senare tider inom reglerna.',
    none: 'Det finns ingen annan tid för de här två inom reglerna. Kanske hjälper det att ändra reglerna.',
    keep: 'Behåll tiden',
    close: 'Stäng',
    aside: '{{name}} flyttas till {{when}}',
    asideLead: 'Inget är ledigt som det är nu. De här tiderna går om ett annat samtal flyttas:',
    taken: 'Den tiden är inte ledig längre. De här är det.',
    changed: 'Planen har ändrats på ett annat håll. Det här är den nyaste; välj en gång till.',
    byMe: 'Du valde den här tiden',
    byOther: '{{name}} valde den här tiden',
    undo: 'Ångra',
    undoFor: 'Ångra: {{name}}',
    moved: '{{name}} har nu {{when}}.',
    back: '{{name}} är tillbaka där Samtal hade lagt samtalet: {{when}}.',
    backNone: '{{name}} är utan tid igen.',
    stays: 'Det du väljer ligger kvar när du hittar tider igen, så länge det får plats.',
    ways_one: 'Ett annat sätt som hjälper',
    ways_other: '{{count}} andra sätt som hjälper',
  },
};
