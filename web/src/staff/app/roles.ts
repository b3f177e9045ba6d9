import { useApp } from '../../app/context';

/** Whom the tokens of staff name. */
export const ROLES = ['admin', 'box-office', 'door'] as const;
export type Role = (typeof ROLES)[number];

/** An admin may do all that anybody may. */
export const mayWith = (roles: readonly string[], needed: readonly Role[]): boolean =>
  roles.includes('admin') || needed.some((role) => roles.includes(role));

/** Whether who has signed in may use what these roles may. It decides what is shown; the API decides what is allowed. */
export function useMay(...needed: readonly Role[]): boolean {
  return mayWith(useApp().session.customer.value?.roles ?? [], needed);
}
