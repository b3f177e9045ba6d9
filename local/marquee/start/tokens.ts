import { z } from 'zod';

const DAY_SECONDS = 24 * 3600;
const tokenResponse = z.object({ access_token: z.string() });

export type DemoTokens = {
  readonly customer: string;
  readonly otherCustomer: string;
  readonly admin: string;
};

/** Three people to try the system with; each token is valid for 30 days. */
export async function demoTokens(identityUrl: string): Promise<DemoTokens> {
  const [customer, otherCustomer, admin] = await Promise.all([
    token(identityUrl, { sub: 'mina', name: '김미나', email: 'mina@marquee.example', locale: 'ko' }),
    token(identityUrl, { sub: 'jamie', name: 'Jamie Park', email: 'jamie@marquee.example', locale: 'en' }),
    token(identityUrl, { sub: 'house', name: 'House manager', roles: ['admin'] }),
  ]);
  return { customer, otherCustomer, admin };
}

async function token(identityUrl: string, claims: object): Promise<string> {
  const response = await fetch(`${identityUrl}/token`, {
    method: 'POST',
    body: JSON.stringify({ ...claims, expiresInSeconds: 30 * DAY_SECONDS }),
  });
  return tokenResponse.parse(await response.json()).access_token;
}
