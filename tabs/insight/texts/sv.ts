/** Svenska texter om hur samtal kändes och vilka som kan behöva följas upp; kommer med sidorna som visar dem. Samma nycklar som på engelska. */
import type { insightTexts as english } from './en.ts';

export const insightTexts: typeof english = {
  title: 'Kände du dig lyssnad på?',
  lead: 'Två frågor, om du vill. Ingen ser dina svar: de räknas ihop med minst fyra andras och visas när kvartalet är slut.',
  heard: 'Kände du dig lyssnad på i samtalet?',
  next: 'Vet du vad som händer nu?',
  reply: { yes: 'Ja', partly: 'Delvis', no: 'Nej' },
  both: 'Välj ett svar här först.',
  send: 'Skicka mina svar',
  thanks: 'Tack. Dina svar är med i räkningen.',
  tell: 'Jag kände mig inte lyssnad på, och vill att {{name}} får veta det',
  tellHint: 'Bara {{name}} ser det. Ingen ser det om du inte kryssar i rutan, och du kan ta tillbaka det.',
  told: '{{name}} kan se det nu.',
  figures: {
    title: 'Känt sig lyssnad på',
    lead: 'Vad medarbetare och chefer har svarat efter sina samtal. Grupperna är minst fem personer.',
    none: 'Det finns inget att visa än. Siffror kommer när ett kvartal är slut och minst fem personer har svarat.',
    quarter: 'Kvartal {{nth}}, {{year}}',
    employee: 'Medarbetare, flera avdelningar',
    manager: 'Chefer',
    people_one: '{{count}} person',
    people_other: '{{count}} personer',
    heard: 'Kände sig lyssnade på: {{yes}} ja, {{partly}} delvis, {{no}} nej',
    next: 'Vet vad som händer nu: {{yes}} ja, {{partly}} delvis, {{no}} nej',
    team: 'Så kändes samtalen i din grupp',
    teamLead: 'Vad din grupp har svarat efter sina samtal, när minst sex har gjort det.',
  },
  weak: {
    title: 'Värt att titta på igen',
    lead: 'Bara du ser det här. Det säger inget om hur bra samtalet var.',
    'not-heard':
      '{{name}} kände sig inte lyssnad på, och vill att du får veta det. Fråga vad som saknades och lyssna mest. En halvtimme snart gör mer än ett långt samtal senare.',
    'no-agreements':
      'Ni kom inte överens om något. Finns det något ni båda tänkte göra, så föreslå det nu med ett datum: en liten sak räcker.',
    short: 'Samtalet blev mindre än hälften så långt som planerat. Fråga {{name}} vad ni inte hann med, och ta upp det snart igen.',
    unsigned: 'Två veckor har gått utan att båda har skrivit under. Fråga {{name}} öga mot öga om något i texten inte känns rätt.',
  },
  counts: {
    title: 'Samtal värda att titta på igen',
    lead: 'Deras chefer har fått en påminnelse. Visas från fem samtal, i steg om fem.',
    'no-agreements': 'utan överenskommelser',
    short: 'mindre än hälften så långa som planerat',
    unsigned: 'inte underskrivna av båda efter två veckor',
    'not-heard': 'berättat för chefen',
    atLeast: '{{count}} eller fler',
    few: 'få eller inga',
  },
};
