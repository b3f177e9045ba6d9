import { dig, type Resource, textOf, toJson } from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { made, type Rule } from './rule';
import { appSettings } from './settings';

/** Resource type → property that turns its keys off, and the value that does. */
const KEYS_OFF: Readonly<Record<string, readonly [string, boolean]>> = {
  'Microsoft.DocumentDB/databaseAccounts': ['disableLocalAuth', true],
  'Microsoft.ServiceBus/namespaces': ['disableLocalAuth', true],
  'Microsoft.EventGrid/topics': ['disableLocalAuth', true],
  'Microsoft.Communication/communicationServices': ['disableLocalAuth', true],
  'Microsoft.Insights/components': ['DisableLocalAuth', true],
  'Microsoft.Storage/storageAccounts': ['allowSharedKeyAccess', false],
  'Microsoft.KeyVault/vaults': ['enableRbacAuthorization', true],
};

/** The address of telemetry: its key opens nothing while the component takes identities only. */
const NO_SECRET = new Set(['APPLICATIONINSIGHTS_CONNECTION_STRING']);

/** No key and no connection string anywhere: services take identities only, and a secret is a reference to the vault. */
export const noKeys: Rule = ({ deployments }) => ({
  findings: deployments.flatMap((deployment) => [
    ...Object.entries(KEYS_OFF).flatMap(([type, [property, wanted]]) =>
      made(deployment, type).flatMap((resource) => {
        const value = dig(resource.body, 'properties', property);
        if (value !== undefined && toJson(value) === wanted) return [];
        return [finding(value ?? resource, `${resource.symbol}.properties.${property} should be ${wanted}`)];
      }),
    ),
    ...made(deployment, 'Microsoft.Web/sites').flatMap(secretSettings),
  ]),
});

const secretSettings = (app: Resource): Finding[] =>
  [...appSettings(app).entries].flatMap(([name, { value, ...place }]) => {
    const secret =
      /KEY|SECRET|PASSWORD|CONNECTION_?STRING/i.test(name) && !NO_SECRET.has(name) && !name.endsWith('_URI');
    if (!secret || textOf(value)?.startsWith('@Microsoft.KeyVault(')) return [];
    return [finding(place, `${name} should be a reference to the key vault`)];
  });
