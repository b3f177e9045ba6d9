import { z } from 'zod';
import { isTimeZone } from './zone';

/** Whole number from text, within bounds. */
export const wholeNumber = (minimum: number, maximum: number, byDefault: number) =>
  z.coerce.number().int().min(minimum).max(maximum).default(byDefault);

/**
 * Where Cosmos DB is. Locally `COSMOS` has a connection string, and in Azure the endpoint is reached with the app's own
 * identity.
 */
export const cosmosSettings = z.object({
  COSMOS: z.string().min(1).optional(),
  COSMOS__accountEndpoint: z.url().optional(),
  COSMOS_DATABASE: z.string().default('marquee'),
});
export type CosmosSettings = z.infer<typeof cosmosSettings>;

/** Where the topic is. Locally it takes a key, and in Azure the app's own identity. */
export const eventGridSettings = z.object({
  EVENTGRID__topicEndpointUri: z.url(),
  EVENTGRID__topicKey: z.string().min(1).optional(),
});
export type EventGridSettings = z.infer<typeof eventGridSettings>;

export const authSettings = z.object({
  AUTH_ISSUER: z.url(),
  AUTH_AUDIENCE: z.string().min(1),
  AUTH_JWKS_URI: z.url(),
  /** The gateway's own identity. With all four given only the gateway may call, and with none anybody may. */
  GATEWAY_ISSUER: z.url().optional(),
  GATEWAY_AUDIENCE: z.string().min(1).optional(),
  GATEWAY_JWKS_URI: z.url().optional(),
  GATEWAY_PRINCIPAL_ID: z.string().min(1).optional(),
});
export type AuthSettings = z.infer<typeof authSettings>;

/** How often the sweeps run, in seconds. */
export const sweepSettings = z.object({ SWEEP_SECONDS: wholeNumber(1, 3_540, 60) });

/** Where days and months begin for whoever runs this. */
export const zoneSettings = z.object({
  TIME_ZONE: z.string().refine(isTimeZone, 'Use an IANA name, as Asia/Seoul.').default('Asia/Seoul'),
});

export class MissingSetting extends Error {}

/** What Azure leaves in a setting whose secret it could not read. Source: learn.microsoft.com/azure/app-service/app-service-key-vault-references */
const UNRESOLVED = '@Microsoft.KeyVault(';

/** Parses the environment once, at start. A missing or wrong setting stops the start and names itself. */
export function readSettings<Shape extends z.ZodType>(
  schema: Shape,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<z.infer<Shape>> {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new MissingSetting(
      `Settings are missing or wrong:\n${lines.join('\n')}\nSee local.settings.sample.json.`,
    );
  }
  for (const [name, value] of Object.entries(parsed.data as object)) {
    if (typeof value === 'string' && value.startsWith(UNRESOLVED))
      throw new MissingSetting(`${name}: the key vault does not have this secret, or does not give it out.`);
  }
  return Object.freeze(parsed.data) as Readonly<z.infer<Shape>>;
}
