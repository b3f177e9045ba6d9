import { type ReadonlySignal, signal } from '@preact/signals';
import { isOffline } from '../api/problem';
import type { Config } from '../config';
import { dropKept } from './dropKept';
import { type Customer, keepLogin, keptLogin, type Login } from './login';
import type { Oidc } from './oidc';
import { pathWithin } from './pathWithin';

export type Session = {
  /** Undefined for a visitor who has not signed in. */
  readonly customer: ReadonlySignal<Customer | undefined>;
  /** The token for the API, renewed when it is about to end; undefined when there is none to be had. */
  accessToken(): Promise<string | undefined>;
  /** Leaves for the issuer's page and comes back to `returnTo`, a path of this app. Rejects when that page cannot be reached. */
  signIn(returnTo?: string): Promise<void>;
  /** Ends the login that the callback's address carries, and says where the visitor was. */
  completeSignIn(): Promise<string>;
  signOut(): Promise<void>;
};

/** Renewed this long before it ends, so that it outlives the request it is sent with. */
const RENEW_BEFORE_SECONDS = 30;

/**
 * Finds the login that this tab has kept. `base` is where the app is: nothing for the buyers’, `/staff` for the staff’s. The OIDC library is loaded only by who signs in,
 * renews or signs out.
 */
export function openSession(config: Config, base = ''): Session {
  const customer = signal<Customer | undefined>(keptLogin()?.customer);
  let loading: Promise<Oidc> | undefined;
  const oidc = () => {
    loading ??= import('./oidc').then(({ createOidc }) => createOidc(config, base));
    return loading;
  };
  const remember = (login: Login | undefined): Login | undefined => {
    keepLogin(login);
    customer.value = login?.customer;
    return login;
  };
  let renewing: Promise<Login | undefined> | undefined;
  const renew = (login: Login) => {
    renewing ??= renewed(oidc, login)
      .then(remember)
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };
  return {
    customer,
    async accessToken() {
      const login = keptLogin();
      if (login === undefined || secondsLeft(login) > RENEW_BEFORE_SECONDS) return login?.accessToken;
      return (await renew(login))?.accessToken;
    },
    async signIn(returnTo = location.pathname + location.search) {
      await leaveFor(await (await oidc()).signInAddress(returnTo, document.documentElement.lang));
    },
    async completeSignIn() {
      const { login, returnTo } = await (await oidc()).complete(location.href);
      await dropTicketsOfOthers(login.customer.customerId);
      remember(login);
      return pathWithin(returnTo);
    },
    async signOut() {
      const login = keptLogin();
      remember(undefined);
      await dropKept();
      // Without a network the login of this tab has ended all the same.
      const address = await (await oidc()).signOutAddress(login).catch(() => undefined);
      if (address !== undefined) await leaveFor(address);
    },
  };
}

/** What somebody else has left on this device is not for who signs in. */
const dropTicketsOfOthers = (customerId: string): Promise<void> =>
  import('../offline/keptTickets').then(({ dropOthers }) => dropOthers(customerId)).catch(dropKept);

const secondsLeft = ({ expiresAt }: Login): number => expiresAt - Date.now() / 1_000;

/** Never comes back: the page ends. */
function leaveFor(address: string): Promise<never> {
  location.assign(address);
  return new Promise(() => {});
}

/** A refresh token that the issuer refuses ends the login; without a network it stays. */
async function renewed(oidc: () => Promise<Oidc>, login: Login): Promise<Login | undefined> {
  if (login.refreshToken === undefined) return undefined;
  try {
    return await (await oidc()).renew(login, login.refreshToken);
  } catch (error) {
    if (isOffline(error)) throw error;
    return undefined;
  }
}
