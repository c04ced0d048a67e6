/** English texts of the first page, by feature: one chunk, loaded only for those who read English. What other pages speak comes with them (texts.ts). */
import { agreementTexts } from '#tabs/agreement/texts/en.ts';
import { talkTexts } from '#tabs/talk/texts/en.ts';
import { wishTexts } from '#tabs/wish/texts/en.ts';
import { appTexts, faultTexts } from './en.ts';

export const english = {
  app: appTexts,
  fault: faultTexts,
  agreement: agreementTexts,
  talk: talkTexts,
  wish: wishTexts,
};

/** Every text that is loaded at the start; the other languages must have the same. */
export type FirstTexts = typeof english;
