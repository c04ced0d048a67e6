/** Svenska: att medarbetaren har fått en ny chef när samtalet redan har börjat, och vad medarbetaren väljer. Hämtas med samtalet det gäller. */
import type { partingTexts as english } from './parting-en.ts';

export const partingTexts: typeof english = {
  title: '{{to}} är din nya chef. Hur ska samtalet gå vidare?',
  lead: 'Du och {{from}} har redan börjat. Det är du som väljer. Till och med {{day}} kan ni fortsätta som vanligt.',
  finish: 'Avsluta med {{from}}',
  finishSay:
    'Ni blir klara och skriver under båda två, senast {{day}}. Det ni har kommit överens om går till {{to}} när den tiden är ute. Anteckningar och förberedelser läser {{to}} bara om du vill.',
  over: 'Börja om med {{to}}',
  overSay:
    'Du får ett nytt samtal med {{to}}. Din förberedelse följer med som ett utkast, och {{to}} läser den först när du delar. Samtalet med {{from}} stängs: du läser allt som förut. {{to}} läser inget av det, och {{from}} bara sina egna privata anteckningar, i 30 dagar.',
  confirmTitle: 'Börja om med {{to}}?',
  confirm: 'Samtalet med {{from}} stängs utan underskrifter, och går inte att öppna igen. Det du har skrivit har du kvar.',
  titleChosen: '{{to}} är din nya chef',
  chosen: 'Du har valt att avsluta samtalet med {{from}}. Ni behöver båda skriva under senast {{day}}.',
  signed: 'Du har skrivit under. {{from}} kan göra det till och med {{day}}. Annars stängs samtalet, och du kan börja om med {{to}}.',
  ended: 'Tiden att avsluta samtalet med {{from}} är ute',
  endedSay:
    'Ni hann inte skriva under båda två, så samtalet är stängt. Du läser allt som förut. {{to}} läser inget av det, och {{from}} bara sina egna privata anteckningar, i 30 dagar.',
  againSay:
    'Nu kan du börja om i ett nytt samtal med {{to}}. Din förberedelse följer med som ett utkast, och {{to}} läser den först när du delar.',
  read: 'Läs samtalet med {{from}}',
  startedOver: 'Du har börjat om med {{to}}',
  startedOverSay: 'Samtalet med {{from}} är stängt. Du kan läsa det här när du vill. {{to}} kan det inte.',
  open: 'Till samtalet med {{to}}',
  manager:
    '{{employee}} har fått en ny chef: {{to}}. Ni två kan avsluta samtalet och skriva under till och med {{day}}. {{employee}} kan också välja att börja om med {{to}}. Då, eller när tiden är ute, är samtalet inte längre ditt: dina privata anteckningar kan du läsa i 30 dagar till.',
  news: {
    employee:
      'Du har börjat om med {{manager}}. Din förberedelse från samtalet med {{from}} finns här som ett utkast. Bara du läser den tills du delar. Hitta en tid, eller låt {{manager}} göra det.',
    manager:
      '{{employee}} hade börjat det här samtalet med {{from}}, och har valt att börja om med dig. Inget som skrevs där har följt med till dig.',
  },
};
