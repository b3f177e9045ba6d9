/** What this tab remembers of a login from leaving for the issuer's page to coming back. */
export type BegunSignIn = { readonly nonce: string; readonly verifier: string; readonly returnTo: string };

const nameOf = (state: string): string => `signing-in:${state}`;

export const keepBegun = (state: string, begun: BegunSignIn): void =>
  sessionStorage.setItem(nameOf(state), JSON.stringify(begun));

/** Serves once, for a code does. Throws when this tab has begun no such login. */
export function begunSignIn(state: string): BegunSignIn {
  const begun = sessionStorage.getItem(nameOf(state));
  sessionStorage.removeItem(nameOf(state));
  if (begun === null) throw new Error('No login was begun here.');
  return JSON.parse(begun) as BegunSignIn;
}
