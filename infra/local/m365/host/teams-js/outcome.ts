/** What became of an app's call, for the desk: answered, refused, only heard, or nothing this host knows. Pure. */

export type Outcome = 'answered' | 'heard' | 'refused' | 'unsupported' | 'late';

/** `args`: of the reply; null when there is none. A refusal is `[false, reason]` or `[error]`. */
export function outcomeOf(isAnswered: boolean, args: unknown[] | null): Outcome {
  if (!isAnswered) return 'unsupported';
  if (args === null) return 'heard';
  const [first] = args;
  const isError = typeof first === 'object' && first !== null && 'errorCode' in first;
  return first === false || isError ? 'refused' : 'answered';
}
