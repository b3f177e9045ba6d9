import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { systemClock } from '../kernel/clock';
import { coalesceReads } from '../kernel/coalesce';
import { type AuthSettings, MissingSetting } from '../kernel/config';
import { isAboutKeys, type KeySet, remoteKeys } from './keySet';
import { generalProblem } from './problem';

/** Who sent a request, from a verified token. `customerId` is the token's `sub`. */
export type Caller = {
  readonly customerId: string;
  readonly isAdmin: boolean;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly locale?: string | undefined;
};

/** Verifies the value of an `Authorization` header. Throws `unauthenticated`, or `unavailable` when keys cannot be had. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  roles: z.array(z.string()).catch([]),
  email: z.email().optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
  locale: z.string().max(35).optional().catch(undefined),
});

const CLOCK_TOLERANCE_SECONDS = 1;

const SEND_TOKEN = 'Send the header "Authorization: Bearer <token>".';
const CALL_THE_GATEWAY =
  'Call this through the gateway: it says who it is by the header "X-Gateway-Authorization: Bearer <token>".';

type Verified = { readonly issuer: string; readonly audience: string; readonly keys: KeySet };

/** Reads a bearer token that this issuer made for this audience. Throws `unauthenticated`, `unavailable`. */
function tokenReader<Claims>(
  { issuer, audience, keys }: Verified,
  claims: z.ZodType<Claims>,
  whenMissing: string,
) {
  const options = {
    issuer,
    audience,
    algorithms: ['RS256', 'ES256'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  return async (value: string | undefined): Promise<Claims> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(value ?? '')?.[1];
    if (token === undefined) throw generalProblem('unauthenticated', whenMissing);
    try {
      const { payload } = await jwtVerify(token, keys.keyOf, { ...options, requiredClaims: ['exp', 'sub'] });
      return claims.parse(payload);
    } catch (error) {
      throw asProblem(error);
    }
  };
}

export function bearerAuthentication(
  settings: AuthSettings,
  keys: KeySet = remoteKeys(settings.AUTH_JWKS_URI),
): Authenticate {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = settings;
  const read = tokenReader({ issuer, audience, keys }, claimsSchema, SEND_TOKEN);
  return async (authorization) => {
    const { sub, roles, ...profile } = await read(authorization);
    return { customerId: sub, isAdmin: roles.includes('admin'), ...profile };
  };
}

/**
 * Every request of an hour brings the same token of the gateway, so its signature is checked once a minute. The token
 * may serve for up to a minute after its end.
 */
const GATEWAY_TOKEN_KNOWN_MS = 60_000;

/**
 * Lets a request in, or throws. The value is that of the header `X-Gateway-Authorization`. What anybody may ask waits for
 * no keys, and as long as there are none it is let in.
 */
export type Admit = (gatewayAuthorization: string | undefined, isForAnyone?: boolean) => Promise<void>;

/**
 * Where the gateway's identity is set, only the gateway may call. It sends a token of its own beside the customer's.
 * Undefined where it is not set. Throws MissingSetting when it is set by halves. What is returned throws
 * `unauthenticated`, or `forbidden` for anybody else's token.
 */
export function gatewayAdmission(settings: AuthSettings): Admit | undefined {
  const {
    GATEWAY_ISSUER: issuer,
    GATEWAY_AUDIENCE: audience,
    GATEWAY_JWKS_URI: jwksUri,
    GATEWAY_PRINCIPAL_ID: principal,
  } = settings;
  if (!issuer && !audience && !jwksUri && !principal) return undefined;
  if (!issuer || !audience || !jwksUri || !principal)
    throw new MissingSetting('Set all of GATEWAY_ISSUER, _AUDIENCE, _JWKS_URI and _PRINCIPAL_ID, or none.');
  const keys = remoteKeys(jwksUri);
  const read = tokenReader({ issuer, audience, keys }, gatewayClaimsSchema, CALL_THE_GATEWAY);
  const readOnce = coalesceReads((value) => read(value || undefined), GATEWAY_TOKEN_KNOWN_MS, systemClock);
  return async (value = '', isForAnyone = false) => {
    if (isForAnyone && !keys.hasKeys()) return keys.fetchSoon();
    const { oid } = await readOnce(value);
    if (oid !== principal) throw generalProblem('forbidden', 'Call this through the gateway.');
  };
}

/** Microsoft Entra names the identity a token was given to by its object id. */
const gatewayClaimsSchema = z.object({ oid: z.string() });

function asProblem(error: unknown) {
  if (error instanceof errors.JWTExpired) {
    return generalProblem(
      'unauthenticated',
      'The token has expired. Get a new one and send the request again.',
    );
  }
  const aboutTheToken =
    error instanceof z.ZodError || (error instanceof errors.JOSEError && !isAboutKeys(error));
  return aboutTheToken
    ? generalProblem(
        'unauthenticated',
        'The token is not valid here: wrong signature, issuer, audience or claims.',
      )
    : generalProblem('unavailable', 'Tokens cannot be checked for a moment. Please try again.');
}
