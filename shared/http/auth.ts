import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { systemClock } from '../kernel/clock';
import { type AuthSettings, MissingSetting } from '../kernel/config';
import { COUNTER_CUSTOMER } from '../kernel/ids';
import { isAboutKeys, type KeySet, remoteKeys } from './keySet';
import { generalProblem } from './problem';

/** Who sent a request, from a verified token. `customerId` is the token's `sub`. */
export type Caller = {
  readonly customerId: string;
  readonly isAdmin: boolean;
  /** Sells and cancels for customers, and sees reservations. */
  readonly isBoxOffice?: boolean;
  /** Lets people in. */
  readonly isDoor?: boolean;
  /** An address that the issuer has seen to be the caller's. Any other could be anybody's, and is left out. */
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly locale?: string | undefined;
};

/** Verifies the value of an `Authorization` header. Throws `unauthenticated`, or `unavailable` when keys cannot be had. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/** One that is longer is nobody's address, which is found out, and told, where mails are sent. */
const LONGEST_ADDRESS = 320;
const shortened = (address: string): string => address.normalize('NFC').slice(0, LONGEST_ADDRESS + 1);

const claimsSchema = z.object({
  sub: z
    .string()
    .min(1)
    .max(200)
    .refine((sub) => !sub.startsWith(COUNTER_CUSTOMER)),
  roles: z.array(z.string()).catch([]),
  email: z.string().min(1).transform(shortened).optional().catch(undefined),
  /** Some issuers write it as text. */
  email_verified: z.literal([true, 'true']).optional().catch(undefined),
  name: z.string().max(200).normalize('NFC').optional().catch(undefined),
  locale: z.string().max(35).optional().catch(undefined),
});

const CLOCK_TOLERANCE_SECONDS = 1;

const SEND_TOKEN = 'Send the header "Authorization: Bearer <token>".';
const CALL_THE_GATEWAY =
  'Call this through the gateway: it says who it is by the header "X-Gateway-Authorization: Bearer <token>".';

type Verified = { readonly issuer: string; readonly audience: string; readonly keys: KeySet };

/** Tokens remembered at most. The oldest goes first. */
const MAX_REMEMBERED = 10_000;

/**
 * Reads a bearer token that this issuer made for this audience. A token whose signature was checked is remembered by its
 * hash until it expires, for nothing revokes one. Throws `unauthenticated`, `unavailable`.
 */
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
  const remembered = new Map<string, { readonly claims: Claims; readonly expiresAtMs: number }>();

  const verify = async (token: string, hash: string): Promise<Claims> => {
    const { payload } = await jwtVerify(token, keys.keyOf, { ...options, requiredClaims: ['exp', 'sub'] });
    const read = claims.parse(payload);
    const oldest = remembered.keys().next().value;
    if (remembered.size >= MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(hash, { claims: read, expiresAtMs: (payload.exp ?? 0) * 1000 });
    return read;
  };
  return async (value: string | undefined): Promise<Claims> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(value ?? '')?.[1];
    if (token === undefined) throw generalProblem('unauthenticated', whenMissing);
    const hash = createHash('sha256').update(token).digest('base64');
    const known = remembered.get(hash);
    if (known !== undefined && systemClock.now() < known.expiresAtMs) return known.claims;
    remembered.delete(hash);
    try {
      return await verify(token, hash);
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
    const { sub, roles, email, email_verified: isVerified, ...profile } = await read(authorization);
    return {
      customerId: sub,
      isAdmin: roles.includes('admin'),
      ...(roles.includes('box-office') ? { isBoxOffice: true } : {}),
      ...(roles.includes('door') ? { isDoor: true } : {}),
      ...(isVerified ? { email } : {}),
      ...profile,
    };
  };
}

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
  return async (value, isForAnyone = false) => {
    if (isForAnyone && !keys.hasKeys()) return keys.fetchSoon();
    const { oid } = await read(value || undefined);
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
