/** Times that are chosen for other talks and not booked yet, in one word of an address: whoever proposes several at once finds each beside the others. */

/** Most times in one word: it stays short enough for an address (`findTimes`). */
const mostBeside = 100;

/** "start/end,start/end", as instants in UTC. Of more than a hundred the newest: the others are found taken when they are booked. */
export function writeBeside(spans: readonly { start: string; end: string }[]): string {
  return spans
    .slice(-mostBeside)
    .map(({ start, end }) => `${start}/${end}`)
    .join(',');
}

/** What was written so. What is no time, or ends before it begins, hinders nothing and is left out. */
export function readBeside(text: string): { start: Date; end: Date }[] {
  return text.split(',').flatMap((one) => {
    const [start = '', end = ''] = one.split('/');
    const span = { start: new Date(start), end: new Date(end) };
    return span.start < span.end ? [span] : [];
  });
}
