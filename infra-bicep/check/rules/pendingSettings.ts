/**
 * Settings that Bicep and the code do not agree on yet, each with what it waits for. An entry does nothing once the code
 * reads the setting (or needs it no more), and may then go.
 */

const GATEWAY = 'the functions verify the token of the gateway in X-Gateway-Authorization';

/** Supplied by Bicep; the code does not read them yet. */
export const notReadYet: Readonly<Record<string, string>> = {
  GATEWAY_ISSUER: GATEWAY,
  GATEWAY_AUDIENCE: GATEWAY,
  GATEWAY_JWKS_URI: GATEWAY,
  GATEWAY_PRINCIPAL_ID: GATEWAY,
  MAIL_ACS_ENDPOINT: 'a mailer for Azure Communication Services beside the one for SMTP',
};

/** Required by the code; in Azure there is nothing to give. */
export const notSuppliedInAzure: Readonly<Record<string, string>> = {
  MAIL_SMTP_URL: 'MAIL_SMTP_URL optional where MAIL_ACS_ENDPOINT is given',
};
