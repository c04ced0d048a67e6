/** Svenska texter för sidorna i tabs/cycle. Samma nycklar som på engelska. */
import type { cycleTexts as english } from './en.ts';

export const cycleTexts: typeof english = {};
