/** Svenska texter om vem som kan se vad. Samma nycklar som på engelska. */
import type { privacyTexts as english } from './en.ts';

export const privacyTexts: typeof english = {
  onlyYou: 'bara du',
  youAnd: 'du och {{name}}',
  youAndTwo: 'du, {{name}} och {{other}}',
  you: 'Du',
  hr: 'HR',
  newManager: 'en ny chef',
  managersManager: 'chefen till {{name}}',
  formerManager: 'en tidigare chef',
  hrNote: 'Så stod det i mallen innan det första svaret skrevs.',
  law: 'Enligt lag kan en person ändå begära ut det som har skrivits om hen.',
  draft: 'Ingen annan kan läsa det förrän du delar det.',
  waitsBoth: '{{name}} kan läsa det när ni båda har delat.',
  waitsStart: '{{name}} kan läsa det när samtalet börjar.',
};
