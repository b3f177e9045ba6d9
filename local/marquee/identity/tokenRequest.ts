import { z } from 'zod';

const YEAR_SECONDS = 366 * 24 * 3600;

/** JSON body of `POST /token`. A negative `expiresInSeconds` gives a token that has expired already. */
export const tokenRequest = z.strictObject({
  sub: z.string().min(1).max(255),
  /** An app's token has the object id of its identity. */
  oid: z.string().min(1).max(255).optional(),
  /** Not looked at, because real ones are odd and false ones are to be tried. */
  email: z.string().min(1).max(500).optional(),
  email_verified: z.boolean().optional(),
  name: z.string().max(200).optional(),
  locale: z.string().max(35).optional(),
  roles: z.array(z.string().max(100)).max(20).optional(),
  expiresInSeconds: z.int().min(-YEAR_SECONDS).max(YEAR_SECONDS).default(3600),
  aud: z.string().min(1).max(200).default('marquee'),
  iss: z.string().min(1).max(500).optional(),
});

export type TokenRequest = z.infer<typeof tokenRequest>;
