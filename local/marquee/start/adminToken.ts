import { z } from 'zod';
import { PRESETS } from '../identity/people';

const tokenResponse = z.object({ access_token: z.string() });

/** A token with which the demo season is loaded. */
export async function adminToken(identityUrl: string): Promise<string> {
  const response = await fetch(`${identityUrl}/token`, {
    method: 'POST',
    body: JSON.stringify(PRESETS.admin),
  });
  return tokenResponse.parse(await response.json()).access_token;
}
