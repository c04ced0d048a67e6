/** The secret of a link for after leaving, made by chance and told once, and the hash that is all of it that is kept. Logs nothing. */
import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;

export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

/** No salt and no slow hash: nobody can guess 256 bits that nobody chose. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
