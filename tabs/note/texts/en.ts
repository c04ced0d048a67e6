/** English texts of the note pages. The Swedish twin has the same keys. */

export const noteTexts = {};
