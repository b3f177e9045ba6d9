import type { Deployment } from '../evaluate/deployment';
import { dig, type Resource, textOf, type Value } from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { builtInRoles, cosmosRoles } from './builtInRoles';
import { made, type Rule } from './rule';

const ASSIGNMENT = 'Microsoft.Authorization/roleAssignments';

/**
 * Every role assignment gives a known role to a service principal (without the type, one to an identity that was made
 * a moment ago fails), and the identity that deploys may give each of them.
 */
export const rolesAreKnown: Rule = ({ deployments }) => ({
  findings: [
    ...deployments.flatMap((deployment) =>
      made(deployment, ASSIGNMENT).flatMap((a) => assignment(a, deployment)),
    ),
    ...deployments.flatMap(cosmosAssignments),
    ...grantable(deployments),
  ],
});

const property = (resource: Resource, name: string): Value | undefined =>
  dig(resource.body, 'properties', name);

/** The last part of a role definition's id. */
const roleOf = (resource: Resource): string =>
  textOf(property(resource, 'roleDefinitionId'))?.split('/').at(-1)?.toLowerCase() ?? '';

function assignment(resource: Resource, deployment: Deployment): Finding[] {
  const place = property(resource, 'roleDefinitionId') ?? resource;
  const id = textOf(property(resource, 'roleDefinitionId')) ?? '';
  const ours = made(deployment, 'Microsoft.Authorization/roleDefinitions').some((role) => role.id === id);
  const known = ours || Object.hasOwn(builtInRoles, roleOf(resource));
  const type = property(resource, 'principalType');
  return [
    ...(known
      ? []
      : [finding(place, `${resource.symbol} gives a role that is not known: ${roleOf(resource)}`)]),
    ...(textOf(type) === 'ServicePrincipal'
      ? []
      : [
          finding(
            type ?? resource,
            `${resource.symbol}.properties.principalType should be 'ServicePrincipal'`,
          ),
        ]),
  ];
}

function cosmosAssignments(deployment: Deployment): Finding[] {
  const own = made(deployment, 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions').map(
    ({ id }) => id,
  );
  return made(deployment, 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments').flatMap((resource) => {
    const id = textOf(property(resource, 'roleDefinitionId')) ?? '';
    if (own.includes(id) || Object.hasOwn(cosmosRoles, roleOf(resource))) return [];
    return [finding(property(resource, 'roleDefinitionId') ?? resource, `no role of Cosmos DB: ${id}`)];
  });
}

/** The condition on the deploying identity names each role that a deployment gives. */
function grantable(deployments: readonly Deployment[]): Finding[] {
  const conditions = deployments.flatMap((d) =>
    made(d, ASSIGNMENT).flatMap((a) => textOf(property(a, 'condition')) ?? []),
  );
  if (conditions.length === 0) return [];
  const given = deployments
    .flatMap((deployment) => made(deployment, ASSIGNMENT))
    .filter((a) => !a.file.endsWith('bootstrap.bicep'));
  return given
    .filter(
      (a) => Object.hasOwn(builtInRoles, roleOf(a)) && !conditions.some((text) => text.includes(roleOf(a))),
    )
    .map((a) => finding(a, `bootstrap.bicep does not let the deployment give ${builtInRoles[roleOf(a)]}`));
}
