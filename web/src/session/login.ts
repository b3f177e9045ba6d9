/** Who has signed in. `roles` are those of staff, to show what they may do; what is allowed the API decides. */
export type Customer = {
  readonly customerId: string;
  readonly name: string;
  readonly roles?: readonly string[] | undefined;
};

/** What a login has given. */
export type Login = {
  readonly customer: Customer;
  readonly accessToken: string;
  /** In seconds, on this device's clock. */
  readonly expiresAt: number;
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
};

const KEPT = 'login';

/** The login that this tab has kept. It lies in `sessionStorage`, so that closing the browser ends it, also on a computer that others use. */
export function keptLogin(): Login | undefined {
  const kept = sessionStorage.getItem(KEPT);
  return kept === null ? undefined : (JSON.parse(kept) as Login);
}

export function keepLogin(login: Login | undefined): void {
  if (login === undefined) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(login));
}
