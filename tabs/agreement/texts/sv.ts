/** Svenska texter för sidorna i tabs/agreement. Samma nycklar som på engelska. */
import type { agreementTexts as english } from './en.ts';

export const agreementTexts: typeof english = {};
