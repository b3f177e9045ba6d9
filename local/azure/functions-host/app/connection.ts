import type { Settings } from './readSettings';

export type Connection =
  | { readonly kind: 'connectionString'; readonly value: string }
  | { readonly kind: 'identity'; readonly endpoint: string };

/** The setting a binding's `connection` names does not exist in any of the accepted forms. */
export class MissingConnectionError extends Error {
  override readonly name = 'MissingConnectionError';
  constructor(connection: string, identitySuffix: string) {
    super(
      `Connection "${connection}" is missing: set ${connection} (connection string) or ${connection}__${identitySuffix} (identity).`,
    );
  }
}

/**
 * Finds what a binding's `connection` stands for. It is the setting itself, `AzureWebJobs<name>`,
 * `ConnectionStrings__<name>`, or an identity's endpoint in `<name>__<identitySuffix>`.
 *
 * Source: "Manage connections in Azure Functions", identity-based connections.
 * @throws MissingConnectionError naming the settings that would do.
 */
export function findConnection(name: string, identitySuffix: string, settings: Settings): Connection {
  for (const candidate of [name, `AzureWebJobs${name}`, `ConnectionStrings__${name}`]) {
    const value = settings[candidate];
    if (value) return { kind: 'connectionString', value };
  }
  const endpoint = settings[`${name}__${identitySuffix}`];
  if (endpoint) return { kind: 'identity', endpoint };
  throw new MissingConnectionError(name, identitySuffix);
}
