/** Svenska texter om vad nattens jämförelse av samtal och kalendrar gjorde. Del av sv.ts. */
import type { nightlyTexts as english } from './nightly-en.ts';

export const nightlyTexts: typeof english = {
  nightly: {
    title: 'Samtal och kalendrar',
    lead: 'Varje natt jämför Samtal de bokade samtalen med chefernas kalendrar, rättar det som går att rätta och frågar chefen om resten.',
    seen_one: '{{count}} samtal jämfört.',
    seen_other: '{{count}} samtal jämförda.',
    agree: 'Allt stämde.',
    earlier: 'Tidigare nätter',
    found: {
      moved_one: '{{count}} samtal följer en ny tid i kalendern',
      moved_other: '{{count}} samtal följer nya tider i kalendern',
      restored_one: '{{count}} samtal följer en kalenderbokning som gjorts på nytt',
      restored_other: '{{count}} samtal följer kalenderbokningar som gjorts på nytt',
      answered_one: '{{count}} svar på en inbjudan syns nu även här',
      answered_other: '{{count}} svar på inbjudningar syns nu även här',
      deleted_one: '{{count}} kalenderbokning var borta: chefen är tillfrågad',
      deleted_other: '{{count}} kalenderbokningar var borta: cheferna är tillfrågade',
      'moved-away_one': '{{count}} kalenderbokning låg där inget samtal kan vara: chefen är tillfrågad',
      'moved-away_other': '{{count}} kalenderbokningar låg där inget samtal kan vara: cheferna är tillfrågade',
      'not-invited_one': '{{count}} medarbetare var inte längre inbjuden: chefen är tillfrågad',
      'not-invited_other': '{{count}} medarbetare var inte längre inbjudna: cheferna är tillfrågade',
      declined_one: '{{count}} medarbetare hade tackat nej: chefen är tillfrågad',
      declined_other: '{{count}} medarbetare hade tackat nej: cheferna är tillfrågade',
      'outside-window_one': '{{count}} samtal låg utanför omgångens veckor: chefen är tillfrågad',
      'outside-window_other': '{{count}} samtal låg utanför omgångens veckor: cheferna är tillfrågade',
      'no-room_one': '{{count}} samtal saknade rum: chefen är tillfrågad',
      'no-room_other': '{{count}} samtal saknade rum: cheferna är tillfrågade',
      settled_one: '{{count}} fråga till en chef hade löst sig',
      settled_other: '{{count}} frågor till chefer hade löst sig',
      orphan_one: '{{count}} kalenderbokning som inte längre hörde till något samtal är avbokad',
      orphan_other: '{{count}} kalenderbokningar som inte längre hörde till något samtal är avbokade',
    },
  },
};
