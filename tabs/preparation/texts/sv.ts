/** Svenska texter för sidorna i tabs/preparation. Samma nycklar som på engelska. */
import type { preparationTexts as english } from './en.ts';

export const preparationTexts: typeof english = {};
