import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { AuthSettings } from './config';
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

export function bearerAuthentication(settings: AuthSettings): Authenticate {
  const keys = createRemoteJWKSet(new URL(settings.AUTH_JWKS_URI));
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) {
      throw generalProblem('unauthenticated', 'Send the header "Authorization: Bearer <token>".');
    }
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: settings.AUTH_ISSUER,
        audience: settings.AUTH_AUDIENCE,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const { sub, roles, ...profile } = claimsSchema.parse(payload);
      return { customerId: sub, isAdmin: roles.includes('admin'), ...profile };
    } catch (error) {
      throw asProblem(error);
    }
  };
}

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

/** The key set could not be fetched, or what came is none: no fault of the token. */
const isAboutKeys = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';
