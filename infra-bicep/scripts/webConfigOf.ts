import { z } from 'zod';

/** What the page reads as /config.json. It is public. */
const webConfigSchema = z.strictObject({
  apiUrl: z.url({ protocol: /^https$/ }),
  issuer: z.url(),
  clientId: z.string().min(1),
  payment: z.strictObject({ kind: z.literal('toss'), clientKey: z.string().min(1) }),
});
export type WebConfig = z.infer<typeof webConfigSchema>;

const outputsSchema = z.object({ webConfig: z.object({ value: z.unknown() }) });

/**
 * The output `webConfig` of a deployment: from the outputs as the Azure CLI prints them, or as azd hands it to its hooks.
 * Throws an error that names what is missing.
 */
export function webConfigOf(outputs: string | undefined, ofAzd: string | undefined): WebConfig {
  if (outputs === undefined && !ofAzd)
    throw new Error('There are no outputs: say --outputs <file>, or let azd run this after azd provision.');
  const value =
    outputs === undefined
      ? (JSON.parse(ofAzd ?? '') as unknown)
      : outputsSchema.parse(JSON.parse(outputs)).webConfig.value;
  const parsed = webConfigSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The output webConfig is not what the page reads: ${wrong.join('; ')}`);
}
