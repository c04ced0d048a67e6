/** For a talk that nobody planned: two parts and no questions to prepare. HR plans no cycle with it, so it is in no list. */
import type { Template } from '../../contract.ts';

export const unplannedTalk: Template = {
  templateId: 'unplanned-talk',
  version: 1,
  name: { sv: 'Samtal', en: 'Talk' },
  purpose: {
    sv: 'Ett samtal när det behövs: vad är viktigt just nu, och vad gör ni åt det?',
    en: 'A talk when it is needed: what matters right now, and what will you do about it?',
  },
  lengthMinutes: 30,
  sharedWithHr: { preparation: false, notes: false, agreements: false },
  managerPreparationVisible: true,
  releaseRule: 'both-released',
  parts: [
    {
      id: 'on-your-mind',
      title: { sv: 'Det som är viktigt nu', en: 'What matters now' },
      guidance: {
        sv: 'Låt medarbetaren börja. Lyssna färdigt innan ni söker lösningar.',
        en: 'Let the employee begin. Hear it all before you look for answers.',
      },
      minutes: 20,
      questions: [],
    },
    {
      id: 'what-next',
      title: { sv: 'Nästa steg', en: 'Next steps' },
      guidance: {
        sv: 'Bestäm ett eller två steg, vem som tar dem och när ni stämmer av.',
        en: 'Agree on one or two steps, who takes them, and when you look at them again.',
      },
      minutes: 10,
      questions: [],
    },
  ],
};
