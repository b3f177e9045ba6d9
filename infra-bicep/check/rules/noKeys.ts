import { at } from '../resource';
import { ofEach } from './rule';
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

const isSecret = (name: string): boolean =>
  /KEY|SECRET|PASSWORD|CONNECTION_?STRING/i.test(name) && !NO_SECRET.has(name) && !name.endsWith('_URI');

/** No key and no connection string anywhere: services take identities only, and a secret is a reference to the vault. */
export const noKeys = ofEach((resource) => {
  const off = KEYS_OFF[resource.type];
  const secrets = resource.type === 'Microsoft.Web/sites' ? Object.entries(appSettings(resource)) : [];
  return [
    ...(off === undefined || at(resource, `properties.${off[0]}`) === off[1]
      ? []
      : [`properties.${off[0]} should be ${off[1]}`]),
    ...secrets
      .filter(([name, value]) => isSecret(name) && !value.includes('@Microsoft.KeyVault('))
      .map(([name]) => `${name} should be a reference to the key vault`),
  ];
});
