import type { HttpRequest } from '@azure/functions';
import type { Admit, Authenticate, Caller } from './auth';
import { generalProblem } from './problem';

/** Roles that a token may hold. An admin may do whatever the others may. */
export type StaffRole = 'admin' | 'box-office' | 'door';

/** Who may make a call. */
export type AccessSpec = {
  readonly auth: 'anyone' | 'customer' | StaffRole;
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

/** What a caller may do beyond what is the caller's own. */
export type Rights = Pick<Caller, 'isAdmin' | 'isBoxOffice' | 'isDoor'>;

/** Whether what belongs to others is this caller's to see and to end for them. */
export const servesOthers = ({ isAdmin, isBoxOffice }: Rights): boolean => isAdmin || isBoxOffice === true;

const HAS: Readonly<Record<StaffRole, (caller: Rights) => boolean>> = {
  admin: ({ isAdmin }) => isAdmin,
  'box-office': servesOthers,
  door: ({ isAdmin, isDoor }) => isAdmin || isDoor === true,
};

export const isStaff = (caller: Rights): boolean => Object.values(HAS).some((has) => has(caller));

/** The roles of which a caller has to have one. None where a customer may call. */
export const rolesFor = ({ auth }: AccessSpec): readonly StaffRole[] =>
  auth === 'anyone' || auth === 'customer' ? [] : auth === 'admin' ? ['admin'] : [auth, 'admin'];

/** Throws `forbidden` for a caller who has none of the roles that it takes. */
export function checkAllowed(spec: AccessSpec, caller: Rights): void {
  const roles = rolesFor(spec);
  if (roles.length === 0 || roles.some((role) => HAS[role](caller))) return;
  const named = roles.map((role) => `"${role}"`).join(' or ');
  throw generalProblem('forbidden', `This call needs a token whose roles hold ${named}.`);
}
