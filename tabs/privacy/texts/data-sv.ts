/** Svenska texter om ens egna uppgifter. Samma nycklar som på engelska. Laddas med den sidan. */
import type { dataTexts as english } from './data-en.ts';

export const dataTexts: typeof english = {
  title: 'Mina uppgifter',
  lead: 'Vad Samtal sparar om dig, vem som kan läsa det, hur länge det finns kvar, och allt i en fil.',
  file: {
    title: 'Ladda ner allt',
    lead: 'Det du har skrivit, det andra har delat med dig, era överenskommelser och mål, och dina val. Är du chef finns dina samtal med medarbetarna med.',
    careful: 'Filen är bara din, och den som kommer åt den kan läsa den. Spara den där ingen annan kommer åt den.',
    page: 'Ladda ner allt',
    pageHint: 'En sida att läsa, som öppnas i webbläsaren',
    json: 'Ladda ner som JSON',
    jsonHint: 'För att flytta uppgifterna till ett annat program',
    busy: 'Samlar ihop dina uppgifter …',
    soFar: '{{size}} kB hittills',
    saved:
      '{{name}} finns bland dina hämtade filer. Inget där? I telefonen släpper Teams inte fram filer. Öppna då Samtal i en webbläsare.',
  },
  leaving: {
    title: 'Ta med dig när du slutar',
    lead: 'När du har slutat kan du inte logga in längre. Med en egen länk kan du ändå hämta det som är ditt, i 30 dagar från den dag du har slutat.',
    careful:
      'Den öppnar det som är ditt som medarbetare, inte det du har haft som någons chef. Den som har länken kan hämta alltihop: spara den där bara du kommer åt den, och inte i jobbets e-post.',
    make: 'Skapa en länk',
    makeAnew: 'Skapa en ny länk',
    takeBack: 'Ta bort länken',
    takenBack: 'Länken är borttagen. Den öppnar inget.',
    once: 'Kopiera den nu.',
    onceText: 'Den visas bara den här gången, och ingen kan ta fram den åt dig senare. Hade du en förut har den slutat gälla.',
    label: 'Din länk',
    copy: 'Kopiera',
    copied: 'Kopierad',
    since: 'Du har en länk sedan {{when}}. Skapar du en ny slutar den gälla.',
    unused: 'Ingen har använt den.',
    used_one: 'Den har använts en gång, {{when}}.',
    used_other: 'Den har använts {{count}} gånger, senast {{when}}.',
  },
  left: {
    title: 'Dina uppgifter i Samtal',
    lead: 'För dig som har slutat och har sparat din länk.',
    file: 'Ladda ner det som är ditt',
    fileLead:
      'Det du har skrivit, det som delades med dig, överenskommelser, mål och dina val, och vem som har öppnat dina samtal. Inget du hade som någons chef.',
    until: 'Länken gäller till {{day}} kl. {{time}}. Sedan går inget att hämta.',
    used_one: 'Den har använts en gång, {{day}} kl. {{time}}.',
    used_other: 'Den har använts {{count}} gånger, senast {{day}} kl. {{time}}.',
    saved: '{{name}} finns bland dina hämtade filer.',
    closed: 'Länken öppnar inget',
    closedText:
      'En länk gäller från den dag du har slutat och i 30 dagar, om du inte har skapat en nyare eller tagit bort den. Kontrollera att du har hela länken. Arbetar du kvar loggar du in i Samtal som vanligt.',
    again: 'Öppna din länk en gång till',
    againText: 'Sidan sparar den inte, så att ingen hittar den här efter dig. Öppna den där du har sparat den.',
  },
  kept: {
    title: 'Det här sparar Samtal',
    who: 'Vem läser det?',
    howLong: 'Hur länge?',
    notYet: 'Än så länge tar Samtal inte bort det av sig självt.',
    longer: 'Även när nästa samtal är underskrivet. Det har er organisation bestämt och säger varför: ”{{reason}}”',
  },
  subject: {
    talks: {
      title: 'Samtalen',
      what: 'När de planerades, flyttades, hölls och skrevs under, med vem, i vilket rum, och era kommentarer, invändningar och ändringar.',
      who: 'Du och den du har samtalet med. HR ser att du har ett samtal, när, och hur långt omgången har kommit, aldrig vad ni säger.',
    },
    preparation: {
      title: 'Förberedelser och dagordning',
      what: 'Dina svar inför samtalet, och dagordningen för det.',
      who: 'Svaren bara du, tills du delar dem; då den du har samtalet med, och en ny chef om du vill det. HR bara om det stod i mallen innan det första svaret skrevs. Dagordningen läser ni båda.',
    },
    'private-notes': {
      title: 'Privata anteckningar',
      what: 'Det du skriver för dig själv om ett samtal. Det är krypterat med en egen nyckel.',
      who: 'Bara du. Ingen annan i Samtal: inte den andra, inte HR, inte en ny chef. Lagen kan ändå nå dem: en person har rätt att begära ut det som har skrivits om hen.',
    },
    'shared-notes': {
      title: 'Gemensamma anteckningar',
      what: 'Det ni skriver tillsammans, och vem som skrev när.',
      who: 'Ni två, och en ny chef om medarbetaren vill det. HR bara om det stod i mallen innan det första svaret skrevs.',
    },
    agreements: {
      title: 'Överenskommelser',
      what: 'Vad ni har kommit överens om, vem som gör det, till när, och hur det går.',
      who: 'Ni två, och en ny chef när samtalet är underskrivet. HR ser antal, och texten bara om det stod i mallen innan det första svaret skrevs.',
    },
    goals: {
      title: 'Mål',
      what: 'Vad du vill nå, varför, till när, och hur det går.',
      who: 'Du och den chef du har delat det med. Märker du målet som gruppens eller organisationens läser också din nästa chef och chefens chef det. HR ser antal, för minst fem personer.',
    },
    topics: {
      title: 'Ämnen och avstämningar',
      what: 'Det du har skrivit ner till nästa gång, och det ni har svarat i avstämningar.',
      who: 'Ämnen bara du, tills du delar dem; avstämningar ni två. Din chef läser dem så länge hen är din chef.',
    },
    choices: {
      title: 'Dina val',
      what: 'När samtal passar dig, hur du vill bli påmind, och om du har skapat en länk för efter att du har slutat.',
      who: 'Bara du. När ett samtal ska läggas räknas tider som inte passar som upptagna, och ingen ser varför.',
    },
    reminders: {
      title: 'Påminnelser',
      what: 'Vad du har blivit påmind om och hur det nådde dig, och till när du är borta enligt din e-post. Aldrig något ur ett samtal.',
      who: 'Bara du. Når en påminnelse ingen ser HR det, för att kunna hjälpa.',
    },
    heard: {
      title: 'De två frågorna efter ett samtal',
      what: 'Svaren räknas och sparas inte. Bara om du vill att din chef ska få veta att du inte kände dig lyssnad på sparas det, tills du tar tillbaka det.',
      who: 'Svaren läser ingen. HR ser summor för minst fem personer, en chef för sin egen grupp om den är minst sex. Det du vill ha sagt läser din chef.',
    },
    cycles: {
      title: 'Samtalsomgångar',
      what: 'Vilka som är med i en omgång och när deras samtal planerades.',
      who: 'HR.',
    },
    'access-log': {
      title: 'Vem som har öppnat vad',
      what: 'Vem som öppnade vad i ett samtal, när och hur, aldrig vad där stod. Och det du har bett om och inte fått se.',
      who: 'Medarbetaren läser vem som har öppnat samtalet, men inte vem som läser sina egna privata anteckningar. Alla andra läser vad de själva har öppnat. Ingen kan ändra eller ta bort något.',
    },
    'access-request': {
      title: 'Registerutdrag',
      what: 'När någon har begärt ut det som står om hen: vem som begärde och godkände, när, vilka samtal det gällde, och under några dagar en kopia där chefers privata anteckningar är maskade.',
      who: 'Två handläggare hos er, i 72 timmar. Du ser att det har gjorts, aldrig varför. Ingen kan godkänna sin egen begäran, eller en som rör de egna samtalen.',
    },
    person: {
      title: 'Du',
      what: 'Namn, e-post, titel, avdelning, kontor, chef, språk och tidszon, kopierat från företagets katalog, och hur långt Samtal har läst din kalender. Har du varit någons chef står ditt namn kvar vid det ni skrev under.',
      who: 'Namn, titel och avdelning läser de som har samtal med dig, och HR.',
    },
  },
  ends: {
    'next-signed': 'Tills ni båda har skrivit under nästa samtal av samma slag.',
    'two-years-held': 'Högst 24 månader efter samtalet, också om ni aldrig höll det eller skrev under.',
    settled:
      '24 månader efter att ni båda skrev under. Så länge en överenskommelse från samtalet är öppen, eller någon av er har privata anteckningar om det, finns samtalet och det ni skrev under kvar.',
    'employee-left': 'Till 30 dagar efter att medarbetaren har slutat. Samtalet hör till medarbetaren: då försvinner allt i det.',
    'person-left': 'Till 30 dagar efter att du har slutat.',
    'two-years': '24 månader.',
    'handed-over': 'Det en chef har skrivit för sig: 30 dagar efter att samtalet lämnades över till någon annan.',
    'never-shared': 'Svar som aldrig delades: 30 dagar efter att samtalet började.',
    'year-unchanged':
      '12 månader efter samtalet, eller efter att du senast skrev i dem. Blev samtalet aldrig av eller aldrig avslutat räknas det från den tid som var planerad.',
    'taken-back': 'Tills du tar tillbaka det.',
    'ninety-days': '90 dagar efter att du berättade det.',
    'three-days': 'Kopian: 72 timmar. Sedan förstörs nycklarna, och ingen kan öppna den.',
  },
};
