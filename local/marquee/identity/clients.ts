/** An app that people sign in to. It is public, so PKCE stands in for a secret. */
export type Client = {
  readonly clientId: string;
  /** Compared character by character. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
};

/** The web, at each origin that it is opened at. */
export const webClient = (origins: readonly string[]): Client => ({
  clientId: 'marquee-web',
  redirectUris: origins.map((origin) => `${origin}/login/callback`),
  postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
});
