/** Svenska texter om en plan som har väntat på att startas. Del av sv.ts. */
import type { outdatedTexts as english } from './outdated-en.ts';

export const outdatedTexts: typeof english = {
  outdated: {
    looking: 'Ser efter om alla tider fortfarande passar…',
    fits: 'Alla tider passar fortfarande, kollat {{when}}.',
    heading: 'Något har ändrats sedan tiderna hittades',
    soon_one: '{{count}} samtal skulle bli om mindre än {{days}}, och det är för kort tid att förbereda sig på.',
    soon_other: '{{count}} samtal skulle bli om mindre än {{days}}, och det är för kort tid att förbereda sig på.',
    past_one: '{{count}} samtal har en tid som redan har passerat.',
    past_other: '{{count}} samtal har tider som redan har passerat.',
    taken_one: '{{count}} tid passar inte längre i kalendrarna.',
    taken_other: '{{count}} tider passar inte längre i kalendrarna.',
    changed_one: '{{count}} person är ny, har slutat eller har en annan chef nu.',
    changed_other: '{{count}} personer är nya, har slutat eller har en annan chef nu.',
    kept_one: 'Det andra samtalet behåller sin tid.',
    kept_other: 'De andra {{count}} samtalen behåller sin tid.',
    kept_zero: 'Inget annat samtal har någon tid att behålla.',
    anyway: 'Du kan starta ändå: ett samtal vars tid är upptagen får då vänta på en tid, och chefen blir tillfrågad.',
    which_one: 'Vilket samtal',
    which_other: 'Vilka {{count}} samtal',
    because: { soon: 'för snart', past: 'tiden har passerat', taken: 'kalendrarna har ändrats', changed: 'personerna har ändrats' },
    more: '… och {{count}} till.',
    go_one: 'Hitta en ny tid för det',
    go_other: 'Hitta nya tider för de {{count}}',
    renewed_one: '{{count}} samtal har fått en ny tid. {{stay}}',
    renewed_other: '{{count}} samtal har fått nya tider. {{stay}}',
  },
};
