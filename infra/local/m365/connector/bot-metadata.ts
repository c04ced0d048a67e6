/** What login.botframework.com tells a bot: who signs its messages, with which keys, for which channels. */
import type { PublicKey } from '../entra/keys.ts';

export const botIssuer = 'https://api.botframework.com';

export const botMetadata = {
  issuer: botIssuer,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
};

/** Each key names the channels it may speak for. */
export const endorsedKeys = (keys: PublicKey[]): { keys: Record<string, unknown>[] } => ({
  keys: keys.map((key) => ({ ...key, endorsements: ['msteams', 'msteams-internal', 'webchat', 'directline', 'emulator'] })),
});
