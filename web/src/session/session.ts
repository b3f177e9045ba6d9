import { type ReadonlySignal, signal } from '@preact/signals';
import type { User, UserManager } from 'oidc-client-ts';
import { isOffline } from '../api/problem';
import type { Config } from '../config';
import { pathWithin } from './pathWithin';

/** Who has signed in. */
export type Customer = { readonly customerId: string; readonly name: string };

export type Session = {
  /** Undefined for a visitor who has not signed in. */
  readonly customer: ReadonlySignal<Customer | undefined>;
  /** The token for the API, renewed when it is about to end; undefined when there is none to be had. */
  accessToken(): Promise<string | undefined>;
  /** Leaves for the issuer's page and comes back to `returnTo`, a path of this app. */
  signIn(returnTo?: string): Promise<void>;
  /** Ends the login that the callback's address carries, and says where the visitor was. */
  completeSignIn(): Promise<string>;
  signOut(): Promise<void>;
};

/** Renewed this long before it ends, so that it outlives the request it is sent with. */
const RENEW_BEFORE_SECONDS = 30;

/** Finds the login that this tab has kept. The OIDC library is loaded only by who needs it. */
export async function openSession(config: Config): Promise<Session> {
  const customer = signal<Customer | undefined>(undefined);
  let loading: Promise<UserManager> | undefined;
  const manager = () => {
    loading ??= import('./oidc').then(({ createUserManager }) => createUserManager(config));
    return loading;
  };
  const remember = (user: User | null): User | null => {
    customer.value = user === null ? undefined : customerOf(user);
    return user;
  };
  const forget = async (): Promise<null> => {
    await (await manager()).removeUser();
    remember(null);
    return null;
  };
  let renewing: Promise<User | null> | undefined;
  const renew = () => {
    renewing ??= renewed(manager, forget).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  if (hasKeptLogin()) remember(await (await manager()).getUser());
  return {
    customer,
    async accessToken() {
      if (!hasKeptLogin()) return undefined;
      const user = await (await manager()).getUser();
      const isFresh = (user?.expires_in ?? 0) > RENEW_BEFORE_SECONDS;
      return (isFresh ? user : remember(await renew()))?.access_token;
    },
    async signIn(returnTo = location.pathname + location.search) {
      await (await manager()).signinRedirect({ state: returnTo, ui_locales: document.documentElement.lang });
    },
    async completeSignIn() {
      const user = await (await manager()).signinRedirectCallback();
      remember(user);
      return pathWithin(user.state);
    },
    async signOut() {
      const oidc = await manager();
      const user = await oidc.getUser();
      await forget();
      // Without a network the login of this tab has ended all the same.
      await oidc
        .signoutRedirect(user?.id_token === undefined ? {} : { id_token_hint: user.id_token })
        .catch(() => {});
    },
  };
}

const hasKeptLogin = (): boolean => Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:'));

/** A refresh token that the issuer refuses ends the login; without a network it stays. */
async function renewed(
  manager: () => Promise<UserManager>,
  forget: () => Promise<null>,
): Promise<User | null> {
  const oidc = await manager();
  const user = await oidc.getUser();
  if (user?.refresh_token === undefined) return forget();
  try {
    return await oidc.signinSilent();
  } catch (error) {
    if (isOffline(error)) throw error;
    return forget();
  }
}

const customerOf = ({ profile }: User): Customer => ({
  customerId: profile.sub,
  name: profile.name ?? profile.preferred_username ?? profile.email ?? profile.sub,
});
