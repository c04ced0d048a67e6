/** English texts that everybody may need, by feature: one chunk, loaded only for those who read English. A new feature's texts are added here and in the twin. */
import { agreementTexts } from '#tabs/agreement/texts/en.ts';
import { noteTexts } from '#tabs/note/texts/en.ts';
import { preparationTexts } from '#tabs/preparation/texts/en.ts';
import { privacyTexts } from '#tabs/privacy/texts/en.ts';
import { talkTexts } from '#tabs/talk/texts/en.ts';
import { wishTexts } from '#tabs/wish/texts/en.ts';
import { appTexts, refusalTexts } from './en.ts';

export const english = {
  app: appTexts,
  refusal: refusalTexts,
  agreement: agreementTexts,
  note: noteTexts,
  preparation: preparationTexts,
  privacy: privacyTexts,
  talk: talkTexts,
  wish: wishTexts,
};

/** Every text that is loaded at the start; the other languages must have the same. */
export type FirstTexts = typeof english;
