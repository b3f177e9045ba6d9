import type { Json, Resource } from './compiled';
import { at, isExpression, titleOf } from './resource';
import { builtInRoles, cosmosRoles } from './rules/builtInRoles';

/** Everything that a parameter file deploys, a row each: what a reader of a pull request looks at first. */
export function resourceList(parameterFile: string, resources: readonly Resource[]): string {
  const rows = resources
    .map((resource) => [resource.type.replace('Microsoft.', ''), titleOf(resource), factsOf(resource)])
    .sort((a, b) => a.join('\n').localeCompare(b.join('\n'), 'en'));
  const environment = parameterFile.replace(/^.*\/|\.bicepparam$/g, '');
  return [
    `# What ${environment} is made of`,
    '',
    `Made by \`npm run infra:compile\`: the compiler's own prediction for \`${parameterFile}\`, ${rows.length} resources. The name's`,
    'last part depends on the resource group; `…` stands for what only Azure will know.',
    '',
    '| resource | name | what matters of it |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.map((cell) => cell?.replaceAll('|', '\\|')).join(' | ')} |`),
    '',
  ].join('\n');
}

/** Property → how it is said. */
const FACTS: readonly (readonly [where: string, say: (value: Json) => string])[] = [
  ['properties.roleDefinitionId', (id) => roleName(String(id))],
  ['properties.principalId', (id) => `to ${principal(String(id))}`],
  ['properties.level', String],
  ['sku.name', String],
  ['sku.capacity', (units) => `capacity ${units}`],
  ['properties.zoneRedundant', (spread) => (spread ? 'zones' : '')],
  [
    'properties.locations',
    (all) => ((all as { isZoneRedundant: boolean }[])[0]?.isZoneRedundant ? 'zones' : ''),
  ],
  ['properties.capabilities', (all) => (all as { name: string }[]).map(({ name }) => name).join()],
  ['properties.resource.partitionKey.paths', (paths) => `by ${paths}`],
  ['properties.options.autoscaleSettings.maxThroughput', (most) => `to ${most} RU/s`],
  ['properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB', (mb) => `${mb} MB`],
  ['properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount', (most) => `to ${most} instances`],
  ['properties.functionAppConfig.scaleAndConcurrency.alwaysReady', (warm) => warmInstances(warm)],
  ['properties.filter.includedEventTypes', (types) => (types as string[]).join(', ')],
  ['properties.logs', (logs) => (logs as { category: string }[]).map(({ category }) => category).join(', ')],
  ['properties.workspaceCapping.dailyQuotaGb', (gb) => `${gb} GB a day`],
  ['properties.retentionInDays', (days) => `kept ${days} days`],
  ['properties.sampling.percentage', (percent) => `${percent} % of the traces`],
  ['properties.amount', (amount) => `${amount} a month`],
  ['properties.severity', (severity) => `severity ${severity}`],
  ['properties.subject', String],
  ['properties.roleName', String],
];

const factsOf = (resource: Resource): string =>
  FACTS.flatMap(([where, say]) => {
    const value = at(resource, where);
    return value === undefined || value === null ? [] : say(value) || [];
  }).join('; ');

function roleName(id: string): string {
  const role = id.split('/').at(-1)?.toLowerCase() ?? '';
  return builtInRoles[role] ?? cosmosRoles[role] ?? 'a role of our own';
}

/** Which identity it is, as far as the expression says. */
function principal(expression: string): string {
  if (!isExpression(expression)) return expression;
  const output = /outputs\.(\w+)\.value(\[\d+\])?/.exec(expression);
  const identity = /userAssignedIdentities\/([\w-]+)/.exec(expression);
  return identity?.[1] ?? `${output?.[1] ?? '…'}${output?.[2] ?? ''}`;
}

const warmInstances = (warm: Json): string => {
  const all = (warm as { name: string; instanceCount: number }[]).map(
    (w) => `${w.instanceCount} × ${w.name}`,
  );
  return all.length === 0 ? '' : `warm: ${all.join(', ')}`;
};
