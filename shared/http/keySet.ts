import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { type Clock, systemClock } from '../kernel/clock';
import { consoleLog, type Log, reasonOf } from '../telemetry/log';

/** An issuer's public keys. They are fetched when first needed, and known ones serve on while the issuer is away. */
export type KeySet = {
  readonly keyOf: JWTVerifyGetKey;
  /** Fetches the keys anew. Throws when they cannot be had. */
  readonly fetchAnew: () => Promise<void>;
  /** The same in the background, unless it was just tried. Never throws. */
  readonly fetchSoon: () => void;
  /** Whether there are keys to check a token with. */
  readonly hasKeys: () => boolean;
};

/** After so long known keys are fetched anew, so that a withdrawn one is soon no longer taken. */
const REFRESH_AFTER_MS = 10 * 60_000;
/** For so long known keys are taken while the issuer does not answer. */
const SERVE_AT_MOST_MS = 24 * 60 * 60_000;
/** So long the issuer is left alone after it did not answer. */
const LEFT_ALONE_MS = 10_000;

/** The keys at this address. One line says that they cannot be fetched, and another that they can again. */
export function remoteKeys(uri: string, log: Log = consoleLog, clock: Clock = systemClock): KeySet {
  const remote = createRemoteJWKSet(new URL(uri), { cacheMaxAge: SERVE_AT_MOST_MS });
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let isAway = false;

  const noteAnswer = () => {
    fetchedAt = clock.now();
    if (isAway) log.info('identity keys are fetched again', { uri });
    isAway = false;
  };
  const noteFault = (error: unknown) => {
    if (!isAway) log.error('identity keys cannot be fetched', { uri, reason: reasonWithCause(error) });
    isAway = true;
  };
  const fetchAnew = async () => {
    triedAt = clock.now();
    try {
      await remote.reload();
      noteAnswer();
    } catch (error) {
      noteFault(error);
      throw error;
    }
  };
  const fetchSoon = () => {
    if (clock.now() - triedAt > LEFT_ALONE_MS) void fetchAnew().catch(() => {});
  };
  const hasKeys = () => remote.jwks() !== undefined;
  return {
    fetchAnew,
    fetchSoon,
    hasKeys,
    async keyOf(header, token) {
      const knewKeys = hasKeys();
      // The caller does not wait for this, for the known keys serve.
      if (knewKeys && clock.now() - fetchedAt > REFRESH_AFTER_MS) fetchSoon();
      try {
        const key = await remote(header, token);
        if (!knewKeys) noteAnswer();
        return key;
      } catch (error) {
        if (isAboutKeys(error)) noteFault(error);
        throw error;
      }
    },
  };
}

/** The keys could not be fetched, or what came is no key set. The token is not at fault. */
export const isAboutKeys = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

/** `fetch` says only that it failed, and the innermost cause says why. */
export function reasonWithCause(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  const reason = reasonOf(error);
  const why = reasonOf(innermost) || String((innermost as { code?: unknown }).code);
  return reason.includes(why) ? reason : `${reason}: ${why}`;
}
