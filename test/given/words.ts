/** The tab's own words in each language, for finding things by what people read. Values are filled in as the tab does it. */
import type { Language } from '#api/people/contract.ts';
import { agreementTexts as agreementEn } from '#tabs/agreement/texts/en.ts';
import { agreementTexts as agreementSv } from '#tabs/agreement/texts/sv.ts';
import { followingTexts as followingEn } from '#tabs/agreement/texts/following-en.ts';
import { followingTexts as followingSv } from '#tabs/agreement/texts/following-sv.ts';
import { goalTexts as goalEn } from '#tabs/development/texts/en.ts';
import { goalTexts as goalSv } from '#tabs/development/texts/sv.ts';
import { checkinTexts as checkinEn } from '#tabs/checkin/texts/en.ts';
import { checkinTexts as checkinSv } from '#tabs/checkin/texts/sv.ts';
import { cycleTexts as cycleEn } from '#tabs/cycle/texts/en.ts';
import { cycleTexts as cycleSv } from '#tabs/cycle/texts/sv.ts';
import { insightTexts as insightEn } from '#tabs/insight/texts/en.ts';
import { insightTexts as insightSv } from '#tabs/insight/texts/sv.ts';
import { noteTexts as noteEn } from '#tabs/note/texts/en.ts';
import { noteTexts as noteSv } from '#tabs/note/texts/sv.ts';
import { appTexts as appEn } from '#tabs/platform/texts/en.ts';
import { appTexts as appSv } from '#tabs/platform/texts/sv.ts';
import { webTexts as webEn } from '#tabs/platform/web/texts/en.ts';
import { webTexts as webSv } from '#tabs/platform/web/texts/sv.ts';
import { preparationTexts as preparationEn } from '#tabs/preparation/texts/en.ts';
import { preparationTexts as preparationSv } from '#tabs/preparation/texts/sv.ts';
import { accessTexts as accessEn } from '#tabs/privacy/texts/access-en.ts';
import { accessTexts as accessSv } from '#tabs/privacy/texts/access-sv.ts';
import { dataTexts as dataEn } from '#tabs/privacy/texts/data-en.ts';
import { dataTexts as dataSv } from '#tabs/privacy/texts/data-sv.ts';
import { talkTexts as talkEn } from '#tabs/talk/texts/en.ts';
import { talkTexts as talkSv } from '#tabs/talk/texts/sv.ts';
import { signingTexts as signingEn } from '#tabs/talk/texts/signing-en.ts';
import { signingTexts as signingSv } from '#tabs/talk/texts/signing-sv.ts';
import { historyTexts as historyEn } from '#tabs/talk/texts/history-en.ts';
import { historyTexts as historySv } from '#tabs/talk/texts/history-sv.ts';
import { reminderTexts as reminderEn } from '#tabs/reminder/texts/en.ts';
import { reminderTexts as reminderSv } from '#tabs/reminder/texts/sv.ts';
import { teamTexts as teamEn } from '#tabs/talk/texts/team-en.ts';
import { teamTexts as teamSv } from '#tabs/talk/texts/team-sv.ts';
import { wishTexts as wishEn } from '#tabs/wish/texts/en.ts';
import { wishTexts as wishSv } from '#tabs/wish/texts/sv.ts';

const en = {
  app: appEn,
  access: accessEn,
  cycle: cycleEn,
  talk: talkEn,
  preparation: preparationEn,
  reminder: reminderEn,
  note: noteEn,
  agreement: agreementEn,
  following: followingEn,
  signing: signingEn,
  checkin: checkinEn,
  goal: goalEn,
  team: teamEn,
  history: historyEn,
  wish: wishEn,
  insight: insightEn,
  data: dataEn,
  web: webEn,
};
export type Words = typeof en;
const sv: Words = {
  app: appSv,
  access: accessSv,
  cycle: cycleSv,
  talk: talkSv,
  preparation: preparationSv,
  reminder: reminderSv,
  note: noteSv,
  agreement: agreementSv,
  following: followingSv,
  signing: signingSv,
  checkin: checkinSv,
  goal: goalSv,
  team: teamSv,
  history: historySv,
  wish: wishSv,
  insight: insightSv,
  data: dataSv,
  web: webSv,
};

export const wordsIn = (language: Language): Words => ({ sv, en })[language];

/** `{{name}}` replaced by its value. */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));

/** Matches the text whatever stands in the places of its values. */
export const anyOf = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );
