/** Svenska texter för vad som får plats, vad som inte får det och varför, och vad som hjälper. Del av sv.ts. */
import type { outcomeTexts as english } from './outcome-en.ts';

export const outcomeTexts: typeof english = {
  estimate: {
    reading: 'Räknar vad som får plats…',
    again: 'Räknar igen…',
    tooMuch_one: '{{count}} chef har för mycket',
    tooMuch_other: '{{count}} chefer har för mycket',
    figures_one: '{{count}} samtal och {{times}} möjliga tider.',
    figures_other: '{{count}} samtal och {{times}} möjliga tider.',
    meet_one: '{{count}} samtal hittar ingen tid som passar båda.',
    meet_other: '{{count}} samtal hittar ingen tid som passar båda.',
    roomless_one: '{{count}} samtal hittar inget rum nära chefen.',
    roomless_other: '{{count}} samtal hittar inget rum nära chefen.',
    helpsFor: 'Det här hjälper {{name}}',
    then_one: '{{count}} tid',
    then_other: '{{count}} tider',
    later_one: 'Spara {{count}} person till en andra omgång',
    later_other: 'Spara {{count}} personer till en andra omgång',
    more_one: 'Och {{count}} chef till, som visas när de här är lösta.',
    more_other: 'Och {{count}} chefer till, som visas när de här är lösta.',
  },
  change: {
    'longer-window': 'Sista dag {{day}}',
    'shorter-talk_one': '{{count}} minut per samtal',
    'shorter-talk_other': '{{count}} minuter per samtal',
    'more-per-day_one': '{{count}} samtal per dag',
    'more-per-day_other': '{{count}} samtal per dag',
    'without-buffer': 'Ingen luft runt samtalen',
    'without-room': 'Utan rum',
    'without-extra': 'Utan personen i varje samtal',
    'other-person': '{{name}} håller det',
  },
  notice: {
    title: 'Bra att veta',
    lead: 'Inget av det här hindrar planen.',
    more_one: '{{names}} och {{count}} till',
    more_other: '{{names}} och {{count}} till',
    'unread-rooms': {
      what_one: 'Ett rum som inte går att läsa, och inte är med i något samtal',
      what_other: 'Rum som inte går att läsa, och inte är med i något samtal',
      helps: 'Kontrollera med er it-support att Samtal får läsa när de är lediga.',
    },
    'holds-no-talk': {
      what_one: 'Är chef, men håller inget samtal i omgången',
      what_other: 'Är chefer, men håller inget samtal i omgången',
      helps: 'Om det inte var meningen, välj deras avdelningar också.',
    },
    'chosen-gone': {
      what_one: 'Tiden som HR hade valt går inte längre ihop med reglerna eller kalendrarna',
      what_other: 'Tiderna som HR hade valt går inte längre ihop med reglerna eller kalendrarna',
      helps: 'Samtal har letat efter en annan. Välj på nytt där du vill.',
    },
    'circular-line': {
      what_one: 'Varandras chefer i katalogen',
      what_other: 'Varandras chefer i katalogen',
      helps: 'Deras samtal planeras ändå. Rätta cheferna i Microsoft Entra och hitta sedan tider igen.',
    },
    'two-cycles': {
      what_one: 'Har också ett samtal i ”{{cycle}}” under samma veckor',
      what_other: 'Har också samtal i ”{{cycle}}” under samma veckor',
      helps: 'De skulle få två samtal. Lämna dem utanför här, eller flytta en av omgångarna.',
    },
  },
  reason: {
    figures_one: '{{manager}} har {{count}} samtal och {{times}} möjliga tider.',
    figures_other: '{{manager}} har {{count}} samtal och {{times}} möjliga tider.',
    'own-manager': { why: 'Är sin egen chef i katalogen.', helps: 'Rätta chefen i Microsoft Entra och hitta sedan tider igen.' },
    'manager-left': {
      why: 'Chefen har slutat, eller så är kontot stängt.',
      helps: 'Välj en ny chef i Microsoft Entra och hitta sedan tider igen.',
    },
    'manager-has-no-mailbox': {
      why: '{{manager}} har ingen brevlåda.',
      helps: 'Låt någon annan hålla samtalet, eller be er it-support om en brevlåda.',
    },
    'employee-has-no-mailbox': { why: 'Har ingen brevlåda.', helps: 'Låt de två komma överens om en tid själva.' },
    'partner-has-no-calendar': { why: 'Kalendern för personen i varje samtal går inte att läsa.', helps: 'Välj någon annan, eller ingen.' },
    'partner-away': { why: 'Personen i varje samtal är borta hela perioden.', helps: 'Välj någon annan, eller ingen.' },
    'employee-full': {
      why: 'Har samtal med sitt eget team de tider som är kvar.',
      helps: 'En längre period, eller fler samtal per dag.',
    },
    'partner-full': {
      why: 'Personen i varje samtal är upptagen av andra samtal när tid finns kvar.',
      helps: 'En längre period, eller ingen i varje samtal.',
    },
    'no-room': {
      why: 'Alla har tid någon gång, men då är inget rum i närheten ledigt.',
      helps: 'Välj fler rum, eller låt samtalet vara utan rum.',
    },
    'no-manager': { why: 'Saknar chef i katalogen.', helps: 'Lägg till en chef i Microsoft Entra och hitta sedan tider igen.' },
    'manager-has-no-calendar': {
      why: '{{manager}} har ingen kalender som går att läsa.',
      helps: 'Kontrollera brevlådan med er it-support.',
    },
    'employee-has-no-calendar': { why: 'Har ingen kalender som går att läsa.', helps: 'Låt de två komma överens om en tid själva.' },
    'manager-away': { why: '{{manager}} är borta hela perioden.', helps: 'Välj en senare sista dag.' },
    'employee-away': { why: 'Är borta hela perioden.', helps: 'Ta samtalet efter återkomsten.' },
    'no-common-hours': { why: 'Deras arbetstider möts inte.', helps: 'Ett kortare samtal, eller en tid de väljer själva.' },
    'no-common-time': { why: 'De är aldrig lediga samtidigt.', helps: 'En längre period, ett kortare samtal eller mindre luft runt det.' },
    'times-taken': {
      why: 'De tider då båda kan är upptagna av andra samtal som de har.',
      helps: 'En längre period, eller fler samtal per dag.',
    },
    'time-free': { why: 'Nu finns det en tid, eftersom andra samtal har flyttats.', helps: 'Tryck på ”Hitta en tid”.' },
    'manager-full': {
      why: '{{manager}} har redan så många samtal som reglerna tillåter.',
      helps: 'En längre period, eller fler samtal per dag.',
    },
  },
};
