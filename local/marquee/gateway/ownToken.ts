import { type AppToken, appToken } from '../identity/appToken';

/** In it the gateway shows the functions who it is, as API Management does. */
export const GATEWAY_HEADER = 'x-gateway-authorization';

/**
 * The gateway's own token, by the settings that the functions verify it with. Undefined where one of them is missing.
 */
export function gatewayToken(settings: Readonly<Record<string, string>>): AppToken | undefined {
  const {
    GATEWAY_ISSUER: issuer,
    GATEWAY_AUDIENCE: audience,
    GATEWAY_JWKS_URI: jwksUri,
    GATEWAY_PRINCIPAL_ID: principalId,
  } = settings;
  if (!issuer || !audience || !jwksUri || !principalId) return undefined;
  return appToken({ issuer, audience, principalId });
}
