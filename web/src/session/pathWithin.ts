/** Where to go after the login: only a path of this app, never another site. */
export const pathWithin = (state: unknown): string =>
  typeof state === 'string' && /^\/(?![/\\])/.test(state) ? state : '/';
