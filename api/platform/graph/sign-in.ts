/** Asks Entra for a token, and asks again when nobody has answered. Knows neither of the two libraries that ask, nor whose token it is. */
import type { Timer } from '../clock/clock.ts';
import { repeat } from './repeat.ts';

/** What Entra says to a request always has its number in it. */
const isFromEntra = (error: unknown): boolean => error instanceof Error && /AADSTS\d+/.test(error.message);

/**
 * Answers the first answer; throws the last error as it came. A connection that stood idle may be closed by the other side just as it is used
 * again, and asking for a token changes nothing, so it is safe to ask once more. What Entra has refused is not asked again.
 */
export function signIn<T>(clock: Timer, once: () => Promise<T>): Promise<T> {
  return repeat<T>(
    { clock },
    {
      entry: null,
      once,
      failureOf: (error) => ({ refused: false, wait: null, mayRepeat: !isFromEntra(error) }),
      closed: () => new Error('A sign-in enters no mailbox'),
    },
  );
}
