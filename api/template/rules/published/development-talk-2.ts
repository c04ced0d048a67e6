/**
 * The second version of the development talk: the first one's questions, and two that are answered with a mark. Where the way ahead is unclear, and which
 * ways of learning suit, is quicker shown than described; neither says how good anybody is. Published: never changed.
 */
import type { Question, Template } from '../../contract.ts';
import { developmentTalk } from './development-talk.ts';

const clearDirection: Question = {
  id: 'clear-direction',
  asks: 'both',
  form: { kind: 'scale', from: { sv: 'Ganska oklart', en: 'Rather unclear' }, to: { sv: 'Alldeles klart', en: 'Quite clear' } },
  text: {
    sv: 'Hur klart är det för dig vad som är viktigast i ditt arbete framöver?',
    en: 'How clear is it to you what matters most in your work from here?',
  },
  hint: {
    sv: 'Det finns inget rätt svar. Är det oklart har ni något bra att prata om.',
    en: 'There is no right answer. If it is unclear, you have something good to talk about.',
  },
  managerHint: {
    sv: 'Hur klart tror du att det är för medarbetaren? Skillnaden mellan era svar är det intressanta.',
    en: 'How clear do you think it is to the employee? The difference between your answers is what is interesting.',
  },
};

const waysToLearn: Question = {
  id: 'ways-to-learn',
  asks: 'both',
  form: {
    kind: 'choice',
    several: true,
    options: [
      { id: 'new-task', text: { sv: 'Prova en ny uppgift', en: 'Trying a new task' } },
      { id: 'alongside', text: { sv: 'Arbeta sida vid sida med någon', en: 'Working alongside somebody' } },
      { id: 'mentor', text: { sv: 'Ha någon att bolla med', en: 'Having somebody to think aloud with' } },
      { id: 'feedback', text: { sv: 'Få återkoppling oftare', en: 'Hearing more often how it goes' } },
      { id: 'course', text: { sv: 'Gå en kurs', en: 'Taking a course' } },
      { id: 'own-time', text: { sv: 'Få tid att läsa och öva själv', en: 'Time to read and practise alone' } },
      { id: 'teach', text: { sv: 'Lära ut det jag kan', en: 'Teaching what I know' } },
    ],
  },
  text: { sv: 'Vilka sätt att lära skulle passa dig nu?', en: 'Which ways of learning would suit you now?' },
  hint: { sv: 'Välj några som lockar. Ett par ord om varför hjälper.', en: 'Choose some that appeal. A few words on why will help.' },
  managerHint: {
    sv: 'Vilka av dem skulle du kunna göra möjliga?',
    en: 'Which of them could you make possible?',
  },
};

/** Where each new question stands: last in one part, first in the other. */
const added: Record<string, (questions: Question[]) => Question[]> = {
  now: (questions) => [...questions, clearDirection],
  support: (questions) => [waysToLearn, ...questions],
};

export const developmentTalk2: Template = {
  ...developmentTalk,
  version: 2,
  parts: developmentTalk.parts.map((part) => ({ ...part, questions: added[part.id]?.(part.questions) ?? part.questions })),
};
