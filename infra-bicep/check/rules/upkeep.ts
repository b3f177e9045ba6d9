import type { Deployment, Resource } from '../compiled';
import { at, isExpression, made, scopeOf } from '../resource';
import { ofEach, type Rule } from './rule';

/** What keeps a log of its own, which goes to the workspace. */
const LOGGED = [
  'Microsoft.ApiManagement/service',
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.EventGrid/topics',
  'Microsoft.KeyVault/vaults',
  'Microsoft.ServiceBus/namespaces',
];

/** True: spread over zones. Undefined: such a resource has no choice. */
const ZONES: Readonly<Record<string, (resource: Resource) => boolean | undefined>> = {
  'Microsoft.DocumentDB/databaseAccounts': ({ properties }) =>
    ((at(properties, 'locations') ?? []) as { isZoneRedundant: boolean }[])[0]?.isZoneRedundant,
  'Microsoft.ServiceBus/namespaces': (namespace) =>
    at(namespace, 'sku.name') === 'Premium' ? at(namespace, 'properties.zoneRedundant') === true : undefined,
  'Microsoft.Storage/storageAccounts': (account) => at(account, 'sku.name') === 'Standard_ZRS',
  'Microsoft.Web/serverfarms': (plan) => at(plan, 'properties.zoneRedundant') === true,
};

/** What nobody misses until the day it is needed: logs, a lock, an end for what is stored, one decision about zones. */
export const upkeepIsThere: Rule = (checked) =>
  ofEach((resource, deployment) => [
    ...(LOGGED.includes(resource.type) && !isOn(deployment, 'Microsoft.Insights/diagnosticSettings', resource)
      ? ['its log goes nowhere: give it diagnosticSettings']
      : []),
    ...zones(resource, deployment),
    ...(OF_TYPE[resource.type.toLowerCase()]?.(resource, deployment) ?? []),
  ])(checked);

/** A role, a lock or settings of the type are on this resource. */
const isOn = (deployment: Deployment, type: string, { id }: Resource): boolean =>
  made(deployment, type).some((other) => scopeOf(other) === id);

function zones(resource: Resource, deployment: Deployment): string[] {
  const spread = ZONES[resource.type]?.(resource);
  const [account] = made(deployment, 'Microsoft.DocumentDB/databaseAccounts');
  const wanted = account && ZONES[account.type]?.(account);
  const not = (is: boolean | undefined) => (is ? '' : 'not ');
  return spread === undefined || spread === wanted
    ? []
    : [
        `is ${not(spread)}spread over zones, and the database is ${not(wanted)}so: zoneRedundant decides for all`,
      ];
}

const OF_TYPE: Readonly<Record<string, (resource: Resource, deployment: Deployment) => string[]>> = {
  'microsoft.documentdb/databaseaccounts': (account, deployment) =>
    deployment.parameterFile.includes('production') &&
    !isOn(deployment, 'Microsoft.Authorization/locks', account)
      ? ['nothing stops a deletion of production’s database: give it a lock']
      : [],
  'microsoft.storage/storageaccounts/blobservices/containers': ({ id }, deployment) =>
    id.endsWith('/undelivered-events') &&
    !made(deployment, 'Microsoft.Storage/storageAccounts/managementPolicies').some((policy) =>
      id.startsWith(policy.id.slice(0, policy.id.indexOf('/managementPolicies/'))),
    )
      ? ['what is stored here is never deleted: give the account a managementPolicy']
      : [],
  'microsoft.consumption/budgets': (budget) =>
    isExpression(at(budget, 'properties.timePeriod.startDate'))
      ? []
      : ['its first day is written down, and refused a month later: take the day of the deployment'],
  'microsoft.operationalinsights/workspaces': (workspace) =>
    Number(at(workspace, 'properties.workspaceCapping.dailyQuotaGb')) > 0
      ? []
      : ['takes telemetry without an end: give it a dailyQuotaGb'],
  'microsoft.apimanagement/service/apis/diagnostics': (diagnostic) => [
    ...(at(diagnostic, 'properties.alwaysLog') === undefined
      ? []
      : ['alwaysLog keeps every 409: losing a seat is no error']),
    ...(at(diagnostic, 'properties.sampling') === undefined ? ['keeps every trace: give it sampling'] : []),
  ],
};
