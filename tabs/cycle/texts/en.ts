/** English texts of the cycle pages. The Swedish twin has the same keys. */

export const cycleTexts = {};
