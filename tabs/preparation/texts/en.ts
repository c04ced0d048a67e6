/** English texts of the preparation pages. The Swedish twin has the same keys. */

export const preparationTexts = {};
