/** English texts of the agreement pages. The Swedish twin has the same keys. */

export const agreementTexts = {};
