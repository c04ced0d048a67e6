/**
 * Decides whether a message to the bot really comes from Teams (security.md section 3, "Bot activity"), and who is speaking. There is no
 * switch that turns this off: the local Microsoft 365 signs its messages as the real one does.
 */
import { createRemoteJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey, type JWTVerifyResult } from 'jose';
import { z } from 'zod';
import type { Clock } from '#api/platform/clock/clock.ts';
import type { Config } from '#api/platform/config/config.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';

const metadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const issuer = 'https://api.botframework.com';
const toleranceSeconds = 300;
/** What jose calls a key set that does not come: no reason to call anybody's token wrong. */
const unreachable = ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'];

const account = z.looseObject({ id: z.string().min(1) });
/** What Samtal reads of an activity; Teams sends more, and may add to it. */
const activitySchema = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().optional(), conversationType: z.string().nullish() }),
  from: account.extend({ aadObjectId: z.string().optional() }),
  recipient: account,
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).nullish(),
  text: z.string().nullish(),
  action: z.string().nullish(),
  /** Which event, or what was pressed. */
  name: z.string().nullish(),
  value: z.unknown().optional(),
  /** The message that holds the card which was pressed or shown. */
  replyToId: z.string().nullish(),
  locale: z.string().nullish(),
  membersAdded: z.array(account).nullish(),
});
export type BotActivity = z.infer<typeof activitySchema>;

export type CheckActivity = (authorization: string | undefined, body: unknown) => Promise<Result<BotActivity>>;

type Keys = JWTVerifyGetKey & { jwks(): JSONWebKeySet | undefined };

/**
 * Makes the check; keys are read from Microsoft's metadata once and renewed by themselves.
 * @throws MicrosoftUnavailable when the keys cannot be read
 */
export function createCheckActivity(config: Config, clock: Clock): CheckActivity {
  let reading: Promise<Keys> | null = null;
  const readKeys = (): Promise<Keys> => {
    reading ??= readKeySet();
    reading.catch(() => (reading = null));
    return reading;
  };
  return async (authorization, body) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return refuse('not-signed-in');
    const keys = await readKeys();
    const verified = await verify(token, keys, { audience: config.clientId, now: clock.now() });
    if (!verified) return refuse('not-signed-in');
    const read = activitySchema.safeParse(body);
    if (!read.success) return refuse('wrong-input', { field: read.error.issues[0]?.path.join('.') || 'body' });
    const activity = read.data;
    // The address we answer to must be the one that was signed: our own token goes there.
    if (verified.payload.serviceurl !== activity.serviceUrl) return refuse('not-signed-in');
    if (!isEndorsed(keys.jwks(), verified.protectedHeader.kid, activity.channelId)) return refuse('not-signed-in');
    return { ok: true, value: activity };
  };
}

async function verify(token: string, keys: Keys, expected: { audience: string; now: Date }): Promise<JWTVerifyResult | null> {
  try {
    return await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer,
      audience: expected.audience,
      currentDate: expected.now,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['exp', 'serviceurl'],
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('ERR_J') && !unreachable.includes(code)) return null;
    throw new MicrosoftUnavailable('The keys of the bot sign-in service could not be read', false);
  }
}

/** A key that names the channels it may speak for must name this one. Source: Bot Framework, "Authenticate requests from the connector". */
function isEndorsed(keySet: JSONWebKeySet | undefined, keyId: string | undefined, channelId: string): boolean {
  const key: Record<string, unknown> | undefined = keySet?.keys.find(({ kid }) => kid === keyId);
  const endorsements = key?.endorsements;
  return !Array.isArray(endorsements) || endorsements.includes(channelId);
}

async function readKeySet(): Promise<Keys> {
  const answer = await fetch(metadata).catch(() => null);
  if (!answer?.ok) throw new MicrosoftUnavailable('The bot sign-in service did not answer for its metadata', false);
  const { jwks_uri: address } = (await answer.json()) as { jwks_uri?: string };
  if (!address) throw new Error('The bot metadata names no key set');
  return createRemoteJWKSet(new URL(address));
}
