import { z } from 'zod';

export type HubConfig = {
  host: string;
  port: number;
  dataFolder: string;
  /** Null: the embedded database, in the data folder. */
  databaseUrl: string | null;
  /** How people reach the hub, without a trailing slash. Null: the address that it listens on. */
  publicUrl: string | null;
  /** The company's own public feeds, to read items from. Absent: none. */
  sourceUrls?: string[];
  /** Whether sources and their pictures may be on a private network. Absent: no. */
  allowPrivateHosts?: boolean;
};

/** The settings are wrong. `problems` holds one readable sentence for each mistake. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535);

const environmentSchema = z.object({
  RELAIS_PORT: portSchema.default(4710),
  RELAIS_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  RELAIS_DATA: z.string().default('./.relais'),
  DATABASE_URL: z
    .string()
    .refine((url) => isUrlOf(url, ['postgres:', 'postgresql:']))
    .optional(),
  RELAIS_PUBLIC_URL: z
    .string()
    .refine((url) => isUrlOf(url, ['http:', 'https:']) && !/[?#]/.test(url))
    .optional(),
  RELAIS_SOURCES: z
    .string()
    .default('')
    .transform((list) => [...new Set(list.split(/\s+/).filter((url) => url !== ''))])
    .refine((urls) => urls.every(isFeedUrl)),
  RELAIS_ALLOW_PRIVATE_HOSTS: z.enum(['0', '1']).default('0'),
});

type Name = keyof z.infer<typeof environmentSchema>;

/** What to say of a wrong value. Those of DATABASE_URL and RELAIS_SOURCES are never repeated: they may hold a password. */
const sentences: Record<Name, (value: string) => string> = {
  RELAIS_PORT: (value) => `RELAIS_PORT must be a whole number from 0 to 65535, not “${value}”.`,
  RELAIS_HOST: (value) => `RELAIS_HOST must be a host name or an address such as 127.0.0.1, not “${value}”.`,
  RELAIS_DATA: () => 'RELAIS_DATA must name a folder.',
  DATABASE_URL: () =>
    'DATABASE_URL must look like postgres://user:password@host:5432/database; leave it out to use the embedded database.',
  RELAIS_PUBLIC_URL: (value) =>
    `RELAIS_PUBLIC_URL must be an http:// or https:// address without “?” or “#”, not “${value}”.`,
  RELAIS_SOURCES: () =>
    'RELAIS_SOURCES must be http:// or https:// addresses of feeds, without user name or password, separated by spaces.',
  RELAIS_ALLOW_PRIVATE_HOSTS: (value) => `RELAIS_ALLOW_PRIVATE_HOSTS must be 1 or 0, not “${value}”.`,
};

/**
 * Reads the settings from an environment. An empty variable counts as absent.
 * @throws {ConfigError} naming every mistake at once.
 */
export function parseConfig(environment: Record<string, string | undefined>): HubConfig {
  const given = Object.fromEntries(
    Object.entries(environment)
      .filter(([, value]) => value !== undefined && value.trim() !== '')
      .map(([name, value]) => [name, value?.trim()]),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as Name));
    throw new ConfigError([...names].map((name) => sentences[name](String(given[name] ?? ''))));
  }
  const { data } = parsed;
  return {
    host: data.RELAIS_HOST,
    port: data.RELAIS_PORT,
    dataFolder: data.RELAIS_DATA,
    databaseUrl: data.DATABASE_URL ?? null,
    publicUrl: data.RELAIS_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    sourceUrls: data.RELAIS_SOURCES,
    allowPrivateHosts: data.RELAIS_ALLOW_PRIVATE_HOSTS === '1',
  };
}

/** A comma at the end is a list written otherwise. */
function isFeedUrl(value: string): boolean {
  const { username, password } = URL.parse(value) ?? {};
  return isUrlOf(value, ['http:', 'https:']) && !username && !password && !value.endsWith(',');
}

function isUrlOf(value: string, protocols: string[]): boolean {
  const url = URL.parse(value);
  return url !== null && url.hostname !== '' && protocols.includes(url.protocol);
}
