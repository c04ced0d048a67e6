/** Texts that the first page does not need, and that would make it slower: they come with the pages that speak them. Says where each is; loads nothing by itself. */

export const later = {
  cycle: {
    sv: async () => (await import('#tabs/cycle/texts/sv.ts')).cycleTexts,
    en: async () => (await import('#tabs/cycle/texts/en.ts')).cycleTexts,
  },
  holding: {
    sv: async () => (await import('#tabs/talk/texts/holding-sv.ts')).holdingTexts,
    en: async () => (await import('#tabs/talk/texts/holding-en.ts')).holdingTexts,
  },
  note: {
    sv: async () => (await import('#tabs/note/texts/sv.ts')).noteTexts,
    en: async () => (await import('#tabs/note/texts/en.ts')).noteTexts,
  },
  preparation: {
    sv: async () => (await import('#tabs/preparation/texts/sv.ts')).preparationTexts,
    en: async () => (await import('#tabs/preparation/texts/en.ts')).preparationTexts,
  },
  reminder: {
    sv: async () => (await import('#tabs/reminder/texts/sv.ts')).reminderTexts,
    en: async () => (await import('#tabs/reminder/texts/en.ts')).reminderTexts,
  },
  refusal: {
    sv: async () => (await import('./refusals-sv.ts')).refusalTexts,
    en: async () => (await import('./refusals-en.ts')).refusalTexts,
  },
  privacy: {
    sv: async () => (await import('#tabs/privacy/texts/sv.ts')).privacyTexts,
    en: async () => (await import('#tabs/privacy/texts/en.ts')).privacyTexts,
  },
  data: {
    sv: async () => (await import('#tabs/privacy/texts/data-sv.ts')).dataTexts,
    en: async () => (await import('#tabs/privacy/texts/data-en.ts')).dataTexts,
  },
  access: {
    sv: async () => (await import('#tabs/privacy/texts/access-sv.ts')).accessTexts,
    en: async () => (await import('#tabs/privacy/texts/access-en.ts')).accessTexts,
  },
  parting: {
    sv: async () => (await import('#tabs/talk/texts/parting-sv.ts')).partingTexts,
    en: async () => (await import('#tabs/talk/texts/parting-en.ts')).partingTexts,
  },
  passing: {
    sv: async () => (await import('#tabs/talk/texts/passing-sv.ts')).passingTexts,
    en: async () => (await import('#tabs/talk/texts/passing-en.ts')).passingTexts,
  },
  replan: {
    sv: async () => (await import('#tabs/talk/texts/replan-sv.ts')).replanTexts,
    en: async () => (await import('#tabs/talk/texts/replan-en.ts')).replanTexts,
  },
  following: {
    sv: async () => (await import('#tabs/agreement/texts/following-sv.ts')).followingTexts,
    en: async () => (await import('#tabs/agreement/texts/following-en.ts')).followingTexts,
  },
  signing: {
    sv: async () => (await import('#tabs/talk/texts/signing-sv.ts')).signingTexts,
    en: async () => (await import('#tabs/talk/texts/signing-en.ts')).signingTexts,
  },
  insight: {
    sv: async () => (await import('#tabs/insight/texts/sv.ts')).insightTexts,
    en: async () => (await import('#tabs/insight/texts/en.ts')).insightTexts,
  },
  checkin: {
    sv: async () => (await import('#tabs/checkin/texts/sv.ts')).checkinTexts,
    en: async () => (await import('#tabs/checkin/texts/en.ts')).checkinTexts,
  },
  goal: {
    sv: async () => (await import('#tabs/development/texts/sv.ts')).goalTexts,
    en: async () => (await import('#tabs/development/texts/en.ts')).goalTexts,
  },
  team: {
    sv: async () => (await import('#tabs/talk/texts/team-sv.ts')).teamTexts,
    en: async () => (await import('#tabs/talk/texts/team-en.ts')).teamTexts,
  },
  history: {
    sv: async () => (await import('#tabs/talk/texts/history-sv.ts')).historyTexts,
    en: async () => (await import('#tabs/talk/texts/history-en.ts')).historyTexts,
  },
  web: {
    sv: async () => (await import('../web/texts/sv.ts')).webTexts,
    en: async () => (await import('../web/texts/en.ts')).webTexts,
  },
};

export type Later = keyof typeof later;
export type LaterTexts = { [F in Later]: Awaited<ReturnType<(typeof later)[F]['en']>> };
