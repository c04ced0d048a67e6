/** How a button or a badge names somebody: short, where the whole name stands nearby. Knows no other way of naming. */
export const firstName = (name: string): string => name.split(' ')[0] ?? name;
