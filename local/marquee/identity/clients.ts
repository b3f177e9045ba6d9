/** An app that people sign in to. It is public, so PKCE stands in for a secret. */
export type Client = {
  readonly clientId: string;
  /** Compared character by character. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
};

/** The buyers’, the staff’s and the door’s app each come back to a page of their own. */
const APPS = ['', '/staff', '/door'];

/** The web, at each origin that it is opened at. */
export const webClient = (origins: readonly string[]): Client => ({
  clientId: 'marquee-web',
  redirectUris: origins.flatMap((origin) => APPS.map((app) => `${origin}${app}/login/callback`)),
  postLogoutRedirectUris: origins.flatMap((origin) => APPS.map((app) => `${origin}${app}/`)),
});
