/** Swedish: one text for every refusal that comes after the first page. */
import type { refusalTexts as english } from './refusals-en.ts';

export const refusalTexts: typeof english = {
  'wrong-input': { title: 'Något är fel ifyllt', text: 'Inget har ändrats. Titta på det markerade fältet och försök igen.' },
  'too-large': { title: 'Det blev för mycket på en gång', text: 'Det sparades inte, men finns kvar här. Korta ner det och försök igen.' },
  stale: {
    title: 'Det har ändrats på ett annat håll under tiden',
    text: 'Det du skrev finns kvar här. Titta på den senaste versionen och spara igen.',
  },
  'not-noted': {
    title: 'Det kan inte visas nu',
    text: 'Inget har ändrats och inget är borta. Samtal noterar först vem som öppnar ett samtal, och det gick inte. Försök igen om en stund.',
  },
  'version-missing': { title: 'Sidan är inaktuell', text: 'Inget har ändrats. Ladda sidan igen och gör om det du gjorde.' },
  'exported-often': {
    title: 'Det räcker för den här timmen',
    text: 'Du har fått {{limit}} filer inom en timme. De är likadana: använd den senaste, eller försök igen om en timme.',
  },
  'link-opens-nothing': {
    title: 'Länken öppnar inget',
    text: 'En länk gäller från den dag du har slutat och i 30 dagar, om du inte har skapat en nyare eller tagit bort den. Kontrollera att du har hela länken.',
  },
  'officer-too-near': {
    title: 'Någon annan behöver göra det här',
    text: 'Du eller din chef har del i personens samtal. Inget har begärts. Vänd dig till någon annan handläggare hos er.',
  },
  'request-waits-already': {
    title: 'En begäran om personen väntar redan',
    text: 'Inget nytt har begärts. Den finns i listan, och en annan handläggare kan godkänna den.',
  },
  'needs-another-officer': {
    title: 'En annan handläggare behöver godkänna',
    text: 'Det är du som har begärt det här. Inget har öppnats. Begäran väntar på någon av de andra handläggarna.',
  },
  'request-answered': {
    title: 'Begäran är redan avgjord',
    text: 'Den har godkänts eller avslagits under tiden, eller så svarade ingen i tid. Inget har ändrats nu.',
  },
  'requested-often': {
    title: 'Det räcker för i dag',
    text: 'Du har gjort {{limit}} begäranden på ett dygn. Inget mer har begärts. Fortsätt i morgon, eller låt en annan handläggare göra det.',
  },
  'bundle-closed': {
    title: 'Registerutdraget är stängt igen',
    text: 'Det var öppet i 72 timmar, och innehållet är raderat. Behövs det fortfarande får du göra en ny begäran.',
  },
  'bundle-not-ready': { title: 'Registerutdraget sammanställs', text: 'Inget är fel. Det tar några sekunder: försök snart igen.' },
  'window-in-past': { title: 'Dagarna har redan passerat', text: 'Välj en period som slutar efter i dag.' },
  'window-too-short': {
    title: 'Perioden är för kort',
    text: 'Dagarna för förberedelse tar hela perioden. Välj en senare sista dag, eller färre dagar för förberedelse.',
  },
  'window-too-near': {
    title: 'Sista dagen är för nära',
    text: 'Nya tider börjar efter nästa arbetsdag, så att alla hinner se sin först. Välj en senare sista dag.',
  },
  'nobody-chosen': {
    title: 'Ingen att planera för',
    text: 'I avdelningarna du valde finns ingen som har en chef. Välj andra, eller alla.',
  },
  'template-unknown': { title: 'Mallen finns inte längre', text: 'Välj en annan mall. Resten av din plan finns kvar.' },
  'partner-unknown': {
    title: 'Den här personen kan inte vara med i varje samtal',
    text: 'Personen har slutat eller saknar brevlåda. Välj någon annan, eller ingen. Resten av planen finns kvar.',
  },
  'hours-order': { title: 'Tiden slutar innan den börjar', text: 'Inget har ändrats. Rätta de markerade tiderna och spara igen.' },
  'days-order': { title: 'Dagarna slutar innan de börjar', text: 'Inget har ändrats. Rätta de markerade dagarna och spara igen.' },
  'directory-not-ready': {
    title: 'Samtal läser fortfarande in vilka som arbetar här',
    text: 'Inget har gått förlorat. Första gången tar det några minuter; försök igen snart.',
  },
  'already-launched': {
    title: 'Omgången är redan startad',
    text: 'Den kan inte längre ändras. Gå tillbaka för att se hur långt den har kommit.',
  },
  'not-launching': { title: 'Inget bokas just nu', text: 'Ladda sidan igen för att se läget. Inget har ändrats.' },
  'not-planned': { title: 'Det finns inga tider än', text: 'Låt Samtal hitta tider först och starta sedan.' },
  'plan-outdated': {
    title: 'Några samtal skulle bli för snart',
    text: 'Planen har väntat, och dagarna för förberedelse räcker inte längre för alla. Inget har startats. Hitta nya tider för dem först.',
  },
  'talk-has-no-time': { title: 'Samtalet har ingen tid än', text: 'Inget har gått förlorat. Kom överens om en tid först.' },
  'talk-not-started': { title: 'Samtalet har inte börjat', text: 'Starta samtalet först. Det du har förberett är tryggt.' },
  'talk-already-started': { title: 'Samtalet pågår redan', text: 'Ladda sidan igen för att vara med. Det du har förberett är tryggt.' },
  'talk-not-held': {
    title: 'Samtalet är inte avslutat',
    text: 'Det kan skrivas under när chefen har avslutat det. Inget har gått förlorat.',
  },
  'talk-already-held': {
    title: 'Samtalet är avslutat',
    text: 'Ladda sidan igen för att se vad som kommer härnäst. Inget har gått förlorat.',
  },
  'already-signed': { title: 'Du har redan skrivit under', text: 'Det finns inget mer att göra här.' },
  'content-changed': {
    title: 'Innehållet har ändrats sedan du läste det',
    text: 'Du har inte skrivit under något. Läs sammanfattningen igen och skriv sedan under.',
  },
  'not-handed-over': {
    title: 'Ingen har tagit över det här samtalet',
    text: 'Inget delades. Det är mellan dig och chefen du hade det med.',
  },
  'nothing-to-pass-on': {
    title: 'Det finns inget att läsa',
    text: 'Du delade ingen förberedelse, eller så skrev ni inga anteckningar. Inget ändrades.',
  },
  'answer-too-long': { title: 'Svaret är för långt', text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta ner det.' },
  'question-unknown': {
    title: 'Frågan hör inte till ditt samtal',
    text: 'Ladda sidan igen för att se rätt frågor. Tidigare svar är sparade.',
  },
  'preparation-closed': {
    title: 'Samtalet har börjat',
    text: 'Förberedelsen kan inte längre ändras. Det du skrev finns kvar här: ta upp det i samtalet.',
  },
  'already-released': { title: 'Din förberedelse är redan delad', text: 'Ta tillbaka den först om du vill ändra den.' },
  'not-released': { title: 'Din förberedelse är inte delad', text: 'Det finns inget att ta tillbaka. Du kan fortsätta skriva.' },
  'nothing-to-release': { title: 'Inget att dela än', text: 'Svara på minst en fråga först.' },
  'point-too-long': { title: 'En punkt är för lång', text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta ner den.' },
  'agenda-closed': { title: 'Samtalet har börjat', text: 'Dagordningen kan inte längre ändras. Den är som den sparades senast.' },
  'notes-too-long': { title: 'Anteckningarna är fulla', text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta ner det.' },
  'notes-closed': {
    title: 'Anteckningarna är stängda',
    text: 'Gemensamma anteckningar kan skrivas från samtalets början till den första underskriften. Det som är sparat går att läsa.',
  },
  'agreement-too-long': {
    title: 'Överenskommelsen är för lång',
    text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta ner det.',
  },
  'agreements-closed': {
    title: 'Överenskommelserna är stängda',
    text: 'De kan ändras från samtalets början till den första underskriften. Det som är sparat står kvar.',
  },
  'topic-too-long': {
    title: 'Det är mycket för ett ämne',
    text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta ner det.',
  },
  'topic-taken-up': { title: 'Det här är redan upptaget', text: 'Det står kvar som det var. Skriv ner något nytt i stället.' },
  'another-manager': {
    title: 'Du har fått en annan chef',
    text: 'Inget har delats. Se vems namn som står här nu, och dela om du fortfarande vill.',
  },
  'topic-shared': { title: 'Det här är redan delat', text: 'Ni kan båda läsa det. Du behöver inte göra något mer.' },
  'check-in-closed': {
    title: 'Den här avstämningen är stängd',
    text: 'Det är inte dags för den, en nyare har tagit dess plats, eller så är en annan chef nu. Det du skrev finns kvar här.',
  },
  'check-in-text-too-long': { title: 'Texten är för lång', text: 'Högst {{limit}} tecken. Det du skrev finns kvar här.' },
  'nobody-to-meet': {
    title: 'Det finns ingen att dela med än',
    text: 'Katalogen anger ingen chef för dig. Behåll det för dig själv så länge; du kan dela det senare.',
  },
  'talk-has-a-time': { title: 'Samtalet har redan fått en tid', text: 'Ladda sidan igen för att se den. Inget har bokats två gånger.' },
  'talk-being-booked': { title: 'Tiden läggs in i era kalendrar', text: 'Vänta en stund och försök igen. Inget har ändrats.' },
  'nothing-to-object-to': { title: 'Tiden har ändrats sedan dess', text: 'Ladda sidan igen för att se när samtalet är nu.' },
  'nothing-to-confirm': { title: 'Samtalet behöver inte längre bokas för hand', text: 'Ladda sidan igen för att se tiden.' },
  'nothing-to-decide': { title: 'Det här är redan avgjort', text: 'Kalendern säger något annat nu. Här ser du hur det står till.' },
  'choice-over': { title: 'Det går inte att välja längre', text: 'Något har hänt med samtalet sedan dess. Här ser du hur det står till.' },
  'room-unknown': { title: 'Hittar inget rum', text: 'Det finns inget rum som Samtal får läsa på den adressen. Kontrollera stavningen.' },
  'no-room-free': { title: 'Inget rum är ledigt då', text: 'Inget har ändrats. Behåll tiden utan rum, eller välj en annan.' },
  'time-taken': { title: 'Tiden är inte ledig längre', text: 'Inget har bokats. Välj en av de andra tiderna.' },
  'being-signed': {
    title: 'Någon skriver under just nu',
    text: 'Det du skrev är kvar här. Vänta några sekunder och spara igen; då visar det sig om det hann med.',
  },
  'statement-too-long': { title: 'Texten är för lång', text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta lite.' },
  'not-signed-yet': {
    title: 'Ingen har skrivit under än',
    text: 'Fram till den första underskriften ändrar ni anteckningar och överenskommelser direkt. Inget är borta.',
  },
  'amendment-waiting': {
    title: 'En ändring väntar redan på svar',
    text: 'Svara på den först, eller ta tillbaka den. Det du skrev finns kvar här.',
  },
  'nothing-to-answer': { title: 'Det är redan besvarat', text: 'Så här står det nu. Inget har ändrats.' },
  'nothing-changed': { title: 'Det är redan det ni har kommit överens om', text: 'Ändra texten, vem eller dagen och skicka sedan.' },
  'record-full': {
    title: 'Här får inte mer plats',
    text: 'Det finns plats för {{limit}} inlägg. Ta upp resten i nästa samtal; det du skrev finns kvar här.',
  },
  'progress-note-too-long': {
    title: 'Noteringen är för lång',
    text: 'Högst {{limit}} tecken kan sparas. Allt finns kvar här: korta lite.',
  },
  'too-many-steps': {
    title: 'Den här överenskommelsen har ändrats väldigt ofta',
    text: 'Det finns plats för {{limit}} ändringar. Gör en ny överenskommelse i nästa samtal. Det du skrev finns kvar här.',
  },
};
