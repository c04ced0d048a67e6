/** Swedish texts that everybody may need, by feature: one chunk, loaded only for those who read Swedish. A new feature's texts are added here and in the twin. */
import { agreementTexts } from '#tabs/agreement/texts/sv.ts';
import { noteTexts } from '#tabs/note/texts/sv.ts';
import { preparationTexts } from '#tabs/preparation/texts/sv.ts';
import { privacyTexts } from '#tabs/privacy/texts/sv.ts';
import { talkTexts } from '#tabs/talk/texts/sv.ts';
import { wishTexts } from '#tabs/wish/texts/sv.ts';
import type { FirstTexts } from './english.ts';
import { appTexts, refusalTexts } from './sv.ts';

export const swedish: FirstTexts = {
  app: appTexts,
  refusal: refusalTexts,
  agreement: agreementTexts,
  note: noteTexts,
  preparation: preparationTexts,
  privacy: privacyTexts,
  talk: talkTexts,
  wish: wishTexts,
};
