/** Svenska texter för sidorna i tabs/note. Samma nycklar som på engelska. */
import type { noteTexts as english } from './en.ts';

export const noteTexts: typeof english = {};
