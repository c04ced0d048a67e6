/** First letters of the first and the last name, as capitals. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last]
    .map((part) => Array.from(part ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
