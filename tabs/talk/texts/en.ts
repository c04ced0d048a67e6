/** English texts of the talk pages. The Swedish twin has the same keys. */

export const talkTexts = {};
