/** The first version of the development talk: looks back, at now and ahead, in open questions. Written for Samtal; each language on its own. Published: never changed. */
import type { Form, Template } from '../../contract.ts';

/** Everything is answered in one's own words. */
const form: Form = { kind: 'text' };

export const developmentTalk: Template = {
  templateId: 'development-talk',
  version: 1,
  name: { sv: 'Utvecklingssamtal', en: 'Development talk' },
  purpose: {
    sv: 'En stund att stanna upp tillsammans: vad har ni lärt er, hur är det nu och vart är medarbetaren på väg?',
    en: 'A time to pause together: what have you learned, how are things now, and where is the employee heading?',
  },
  lengthMinutes: 60,
  sharedWithHr: { preparation: false, notes: false, agreements: false },
  managerPreparationVisible: true,
  releaseRule: 'both-released',
  parts: [
    {
      id: 'look-back',
      title: { sv: 'Tillbakablick', en: 'Looking back' },
      guidance: {
        sv: 'Börja med det som gick bra. Var konkreta: en händelse säger mer än ett omdöme.',
        en: 'Begin with what went well. Be concrete: one event says more than a verdict.',
      },
      minutes: 10,
      questions: [
        {
          id: 'proud-of',
          asks: 'both',
          form,
          text: { sv: 'Vad är du mest nöjd med sedan sist?', en: 'What are you most pleased with since last time?' },
          hint: {
            sv: 'En situation, stor eller liten, som du gärna tänker tillbaka på.',
            en: 'A moment, big or small, that you like to think back to.',
          },
          managerHint: { sv: 'Vad har du sett att medarbetaren har lyckats med?', en: 'What have you seen the employee succeed with?' },
        },
        {
          id: 'learned',
          asks: 'both',
          form,
          text: {
            sv: 'Vad blev svårare än tänkt, och vad lärde du dig av det?',
            en: 'What turned out harder than expected, and what did you learn from it?',
          },
          hint: { sv: 'Ett par rader räcker. Ni går djupare i samtalet.', en: 'A few lines are enough. You go deeper in the talk.' },
          managerHint: {
            sv: 'Vad tror du blev tyngre än väntat för medarbetaren? Skriv det du vill fråga om.',
            en: 'What do you think weighed more than expected? Write what you want to ask about.',
          },
        },
      ],
    },
    {
      id: 'now',
      title: { sv: 'Nuläge och styrkor', en: 'Now, and strengths' },
      guidance: {
        sv: 'Tala om energi och styrkor innan ni talar om det som skaver.',
        en: 'Talk about energy and strengths before what chafes.',
      },
      minutes: 15,
      questions: [
        {
          id: 'energy',
          asks: 'both',
          form,
          text: {
            sv: 'Vad i arbetet ger energi just nu, och vad tar energi?',
            en: 'What in the work gives energy right now, and what takes it?',
          },
          hint: { sv: 'Tänk på en vanlig vecka.', en: 'Think of an ordinary week.' },
          managerHint: {
            sv: 'När har du sett medarbetaren lysa upp, och när har det varit tungt?',
            en: 'When have you seen the employee light up, and when was it heavy?',
          },
        },
        {
          id: 'strengths',
          asks: 'both',
          form,
          text: {
            sv: 'Vilka styrkor kommer till sin rätt, och vilka kunde användas mer?',
            en: 'Which strengths come into their own, and which could be used more?',
          },
          hint: { sv: 'Vad brukar andra komma och be om hjälp med?', en: 'What do others usually come to ask for help with?' },
          managerHint: {
            sv: 'Vad litar du på att medarbetaren klarar bättre än de flesta?',
            en: 'What do you trust the employee to do better than most?',
          },
        },
      ],
    },
    {
      id: 'ahead',
      title: { sv: 'Framåt', en: 'Ahead' },
      guidance: {
        sv: 'Låt medarbetaren måla bilden först. Fråga mer än du svarar.',
        en: 'Let the employee paint the picture first. Ask more than you answer.',
      },
      minutes: 20,
      questions: [
        {
          id: 'get-better-at',
          asks: 'both',
          form,
          text: {
            sv: 'Vad skulle du vilja bli bättre på det närmaste året?',
            en: 'What would you like to get better at in the coming year?',
          },
          hint: { sv: 'Stort eller smått. Det får gärna vara något nytt.', en: 'Big or small. It may well be something new.' },
          managerHint: {
            sv: 'Vad tror du skulle göra skillnad för medarbetaren, och för teamet?',
            en: 'What would make a difference for the employee, and for the team?',
          },
        },
        {
          id: 'direction',
          asks: 'employee',
          form,
          text: {
            sv: 'Vart vill du på sikt, här eller i en annan roll?',
            en: 'Where would you like to be in time, here or in another role?',
          },
          hint: {
            sv: 'Det är ingen bindande plan, bara en riktning att prata om.',
            en: 'It is no binding plan, only a direction to talk about.',
          },
          managerHint: null,
        },
      ],
    },
    {
      id: 'support',
      title: { sv: 'Stöd', en: 'Support' },
      guidance: {
        sv: 'Var tydliga med vad som går att lova och vad som behöver undersökas.',
        en: 'Be clear about what can be promised and what must be looked into.',
      },
      minutes: 10,
      questions: [
        {
          id: 'support-needed',
          asks: 'both',
          form,
          text: { sv: 'Vilket stöd behövs för att komma dit, och från vem?', en: 'What support is needed to get there, and from whom?' },
          hint: {
            sv: 'Tid, kurser, feedback, någon att lära av, färre avbrott …',
            en: 'Time, courses, feedback, someone to learn from, fewer interruptions …',
          },
          managerHint: {
            sv: 'Vad kan du själv bidra med, och vad måste du fråga någon annan om?',
            en: 'What can you give yourself, and what must you ask others for?',
          },
        },
      ],
    },
    {
      id: 'next-step',
      title: { sv: 'Nästa steg', en: 'Next step' },
      guidance: {
        sv: 'Sluta med en eller två överenskommelser: vad, vem och till när.',
        en: 'End with one or two agreements: what, who and by when.',
      },
      minutes: 5,
      questions: [
        {
          id: 'first-step',
          asks: 'both',
          form,
          text: { sv: 'Vilket är det första lilla steget efter samtalet?', en: 'What is the first small step after the talk?' },
          hint: { sv: 'Något som kan börja inom två veckor.', en: 'Something that can begin within two weeks.' },
          managerHint: {
            sv: 'Vad kan du göra inom två veckor som visar att du menade allvar?',
            en: 'What can you do within two weeks that shows you meant it?',
          },
        },
      ],
    },
  ],
};
