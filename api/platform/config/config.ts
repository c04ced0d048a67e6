/** The only place that reads the environment. Everything Samtal stands on is reached by the URLs and names given here. */
import { z } from 'zod';

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const fields = z.object({
  /** Any MongoDB-compatible server. */
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
  /** Name of the database on that server. */
  SAMTAL_DB: z
    .string()
    .regex(/^[\w-]{1,38}$/, 'must be 1 to 38 letters, digits, _ or -')
    .default('samtal'),
  SAMTAL_CLIENT_ID: z.guid(),
  SAMTAL_CLIENT_SECRET: z.string().min(1),
  /** Application ID URI of the app registration, api://host/clientId. */
  SAMTAL_APP_ID_URI: z.string().startsWith('api://'),
  /** Onboarded tenants, by id; tokens of all others are refused. */
  SAMTAL_TENANTS: list.pipe(z.array(z.guid()).min(1)),
  SAMTAL_PUBLIC_URL: z.url(),
  /** host:port to listen on. */
  SAMTAL_LISTEN: z
    .string()
    .regex(/^.+:\d+$/, 'must be host:port')
    .default('127.0.0.1:3978'),
  /** Key-encryption key: file:///path of a local key file, or https://vault/keys/name in Azure Key Vault. */
  SAMTAL_KEY_URL: z.url(),
  /** Mailbox that sends reminders: mail address or object id. */
  SAMTAL_MAIL_FROM: z.string().min(1),
  SAMTAL_TEAMS_APP_ID: z.guid(),
  /** Subject of the events Samtal makes, instead of "Development talk" in the recipient's language. Seen by whoever may look into a calendar. */
  SAMTAL_EVENT_SUBJECT: z.string().trim().min(1).max(100).optional(),
  /** Further CSP frame-ancestors and host page origins besides Microsoft's. */
  SAMTAL_FRAME_ANCESTORS: list.default([]),
  SAMTAL_HOST_ORIGINS: list.default([]),
  /** Where people sign in with a browser of their own, instead of Microsoft Entra: when everything runs on one machine. */
  SAMTAL_LOGIN_URL: z
    .url()
    .regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))/, 'must begin with https://, except on this machine')
    .optional(),
  /** Folder of the built tab. */
  SAMTAL_TAB_DIR: z.string().default('dist/tabs'),
  /** Requests per minute and signed-in person (or address, without a token). */
  SAMTAL_RATE_LIMIT: z.coerce.number().int().positive().default(1200),
  /** How many proxies stand in front of Samtal, each adding an address to X-Forwarded-For. With none, what that header says is not believed. */
  SAMTAL_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Object ids of people under a legal hold: nothing of theirs, and nothing of a talk of theirs, is erased by itself. */
  SAMTAL_LEGAL_HOLD: list.pipe(z.array(z.guid().toLowerCase())).default([]),
  /** Until when preparations and shared notes are kept: until the next talk of their kind is signed, or, for a reason, for all the months they may be. */
  SAMTAL_KEEP_NOTES_UNTIL: z.enum(['next-talk', 'months']).default('next-talk'),
  /** Why they are kept for longer, in words that everybody may read. */
  SAMTAL_KEEP_NOTES_REASON: z.string().trim().max(500).default(''),
  SAMTAL_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});
const schema = fields.refine((value) => value.SAMTAL_KEEP_NOTES_UNTIL !== 'months' || value.SAMTAL_KEEP_NOTES_REASON !== '', {
  path: ['SAMTAL_KEEP_NOTES_REASON'],
  message: 'must say why notes are kept for longer',
  // Also when something else is wrong: all of it is named at once.
  when: () => true,
});

export type Config = {
  mongoUri: string;
  dbName: string;
  clientId: string;
  clientSecret: string;
  appIdUri: string;
  tenants: string[];
  publicUrl: string;
  listen: { host: string; port: number };
  keyUrl: string;
  mailFrom: string;
  teamsAppId: string;
  /** Null: neutral words in the recipient's language. */
  eventSubject: string | null;
  frameAncestors: string[];
  hostOrigins: string[];
  /** Null: Microsoft Entra. */
  loginUrl: string | null;
  tabDir: string;
  rateLimit: number;
  /** Proxies in front, whose X-Forwarded-For is believed. */
  proxies: number;
  legalHold: string[];
  /** Why preparations and shared notes are kept beyond the next signed talk of their kind; null: they are not. */
  keepNotesBecause: string | null;
  logLevel: string;
};

/** Reads the configuration; throws one Error that names every variable that is missing or wrong, never its value. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = schema.safeParse(env);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`Samtal cannot start, its configuration is incomplete. ${wrong}`);
  }
  const value = read.data;
  const colon = value.SAMTAL_LISTEN.lastIndexOf(':');
  return {
    mongoUri: value.MONGODB_URI,
    dbName: value.SAMTAL_DB,
    clientId: value.SAMTAL_CLIENT_ID,
    clientSecret: value.SAMTAL_CLIENT_SECRET,
    appIdUri: value.SAMTAL_APP_ID_URI,
    tenants: value.SAMTAL_TENANTS,
    publicUrl: value.SAMTAL_PUBLIC_URL.replace(/\/$/, ''),
    listen: { host: value.SAMTAL_LISTEN.slice(0, colon), port: Number(value.SAMTAL_LISTEN.slice(colon + 1)) },
    keyUrl: value.SAMTAL_KEY_URL,
    mailFrom: value.SAMTAL_MAIL_FROM,
    teamsAppId: value.SAMTAL_TEAMS_APP_ID,
    eventSubject: value.SAMTAL_EVENT_SUBJECT ?? null,
    frameAncestors: value.SAMTAL_FRAME_ANCESTORS,
    hostOrigins: value.SAMTAL_HOST_ORIGINS,
    loginUrl: value.SAMTAL_LOGIN_URL?.replace(/\/$/, '') ?? null,
    tabDir: value.SAMTAL_TAB_DIR,
    rateLimit: value.SAMTAL_RATE_LIMIT,
    proxies: value.SAMTAL_PROXIES,
    legalHold: value.SAMTAL_LEGAL_HOLD,
    keepNotesBecause: value.SAMTAL_KEEP_NOTES_UNTIL === 'months' ? value.SAMTAL_KEEP_NOTES_REASON : null,
    logLevel: value.SAMTAL_LOG,
  };
}
