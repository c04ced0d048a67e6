/** Swedish texts of the first page, by feature: one chunk, loaded only for those who read Swedish. What other pages speak comes with them (texts.ts). */
import { agreementTexts } from '#tabs/agreement/texts/sv.ts';
import { talkTexts } from '#tabs/talk/texts/sv.ts';
import { wishTexts } from '#tabs/wish/texts/sv.ts';
import type { FirstTexts } from './english.ts';
import { appTexts, faultTexts } from './sv.ts';

export const swedish: FirstTexts = {
  app: appTexts,
  fault: faultTexts,
  agreement: agreementTexts,
  talk: talkTexts,
  wish: wishTexts,
};
