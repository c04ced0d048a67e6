/** Svenska texter för sidorna i tabs/talk. Samma nycklar som på engelska. */
import type { talkTexts as english } from './en.ts';

export const talkTexts: typeof english = {};
