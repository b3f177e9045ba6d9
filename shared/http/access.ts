import type { HttpRequest } from '@azure/functions';
import type { Admit, Authenticate, Caller } from './auth';
import { generalProblem } from './problem';

/** Who may make a call. */
export type AccessSpec = {
  readonly auth: 'anyone' | 'customer' | 'admin';
  /** Past the gateway, too. It is for whoever asks one host how it is. */
  readonly pastGateway?: true;
};

/** How callers are known. */
export type HttpDeps = {
  readonly authenticate: Authenticate;
  /** Absent where anybody may call. */
  readonly admit?: Admit | undefined;
};

const ANYONE: Caller = { customerId: 'anyone', isAdmin: false };

/** Who makes this request, through the gateway where there is one. Throws `unauthenticated`, `forbidden`, `unavailable`. */
export async function authenticateCaller(
  { authenticate, admit }: HttpDeps,
  { auth, pastGateway }: AccessSpec,
  { headers }: HttpRequest,
): Promise<Caller> {
  const isForAnyone = auth === 'anyone';
  if (!pastGateway) await admit?.(headers.get('x-gateway-authorization') ?? undefined, isForAnyone);
  return isForAnyone ? ANYONE : authenticate(headers.get('authorization') ?? undefined);
}

/** Throws `forbidden` for a customer who calls what is an admin's. */
export function checkAllowed({ auth }: AccessSpec, { isAdmin }: Caller): void {
  if (auth === 'admin' && !isAdmin) {
    throw generalProblem('forbidden', 'This call needs a token whose roles hold "admin".');
  }
}
