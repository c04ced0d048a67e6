/** English texts of who can see what. The Swedish twin has the same keys. */

export const privacyTexts = {
  onlyYou: 'only you',
  youAnd: 'you and {{name}}',
  youAndTwo: 'you, {{name}} and {{other}}',
  you: 'You',
  hr: 'HR',
  newManager: 'a new manager',
  managersManager: '{{name}}’s manager',
  formerManager: 'a former manager',
  hrNote: 'As the template said before the first answer was written.',
  law: 'By law, a person may still ask for what is written about them.',
  draft: 'Nobody else can read it until you share it.',
  waitsBoth: '{{name}} can read it when you have both shared.',
  waitsStart: '{{name}} can read it when the talk starts.',
};
