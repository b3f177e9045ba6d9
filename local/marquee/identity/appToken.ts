import { z } from 'zod';
import { type Clock, systemClock } from '../../../shared/kernel/clock';

export type AppIdentity = {
  /** The identity stand-in, `http://127.0.0.1:9999`. */
  readonly issuer: string;
  /** Object id of the app that the token is given to. */
  readonly principalId: string;
  /** Whom the app shows the token to. */
  readonly audience: string;
};

/** Gives a token that is valid now. Rejects when there is none and the identity stand-in does not give one. */
export type AppToken = () => Promise<string>;

const tokenResponse = z.object({ access_token: z.string(), expires_in: z.number() });

/** A new token is fetched this long before the old one ends, and the old one serves until it is there. */
const RENEW_BEFORE_MS = 5 * 60_000;
const ANSWER_MS = 5_000;

/** An app's own token, fetched at its first use and kept, as a managed identity's client does it in Azure. */
export function appToken(identity: AppIdentity, clock: Clock = systemClock): AppToken {
  let kept = { token: '', endsAt: Number.NEGATIVE_INFINITY };
  let fetching: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    const askedAt = clock.now();
    const { access_token, expires_in } = await fetchToken(identity);
    kept = { token: access_token, endsAt: askedAt + expires_in * 1000 };
    return access_token;
  };
  const renewOnce = (): Promise<string> => {
    fetching ??= renew().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  return async () => {
    const leftMs = kept.endsAt - clock.now();
    if (leftMs <= 0) return renewOnce();
    if (leftMs <= RENEW_BEFORE_MS) renewOnce().catch(() => {});
    return kept.token;
  };
}

async function fetchToken({ issuer, principalId, audience }: AppIdentity) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: JSON.stringify({ sub: principalId, oid: principalId, aud: audience }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok) throw new Error(`${issuer}/token answered ${response.status}.`);
  return tokenResponse.parse(await response.json());
}
