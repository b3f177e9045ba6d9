import type { Resource } from '../compiled';
import type { Finding } from '../finding';
import { at, made } from '../resource';
import { builtInRoles, cosmosRoles } from './builtInRoles';
import { ofEach, type Rule } from './rule';

const ASSIGNMENT = 'Microsoft.Authorization/roleAssignments';
const COSMOS_ASSIGNMENT = 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments';
const COSMOS_DEFINITION = 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions';

/** The last part of a role definition's id. */
const roleOf = (resource: Resource): string =>
  String(at(resource, 'properties.roleDefinitionId')).split('/').at(-1)?.toLowerCase() ?? '';

/**
 * Every role assignment gives a known role to a service principal (without the type, one to an identity that was made
 * a moment ago fails), a data role reaches one container, and the identity that deploys may give each of them.
 */
export const rolesAreKnown: Rule = (checked) => [
  ...ofEach((resource, deployment) => {
    const own = (type: string) => made(deployment, type).map(({ id }) => id);
    const id = String(at(resource, 'properties.roleDefinitionId'));
    switch (resource.type) {
      case ASSIGNMENT:
        return assignment(resource, own('Microsoft.Authorization/roleDefinitions').includes(id));
      case COSMOS_ASSIGNMENT:
        return cosmosAssignment(resource, own(COSMOS_DEFINITION).includes(id));
      default:
        return [];
    }
  })(checked),
  ...grantable(checked),
];

function assignment(resource: Resource, isOwn: boolean): string[] {
  return [
    ...(isOwn || Object.hasOwn(builtInRoles, roleOf(resource))
      ? []
      : [`gives a role that is not known: ${roleOf(resource)}`]),
    ...(at(resource, 'properties.principalType') === 'ServicePrincipal'
      ? []
      : [`principalType should be 'ServicePrincipal'`]),
  ];
}

/** `isOwn`: it gives the role that the template defines, which reads the account's metadata and nothing else. */
function cosmosAssignment(resource: Resource, isOwn: boolean): string[] {
  const narrow = /\/dbs\/[^/]+\/colls\/[^/]+$/.test(String(at(resource, 'properties.scope')));
  return [
    ...(isOwn || Object.hasOwn(cosmosRoles, roleOf(resource))
      ? []
      : [`no role of Cosmos DB: ${roleOf(resource)}`]),
    ...(isOwn || narrow
      ? []
      : ['a data role should reach one container: …/dbs/<database>/colls/<container>']),
  ];
}

/** The condition on the deploying identity names each role that a deployment gives. */
function grantable({ compiled, wrong }: Parameters<Rule>[0]): Finding[] {
  const { deployments } = compiled;
  const conditions = deployments.flatMap((deployment) =>
    made(deployment, ASSIGNMENT).flatMap((a) => String(at(a, 'properties.condition') ?? '') || []),
  );
  if (conditions.length === 0) return [];
  return deployments
    .filter((deployment) => made(deployment, 'Microsoft.Web/sites').length > 0)
    .flatMap((deployment) =>
      made(deployment, ASSIGNMENT)
        .filter((a) => !conditions.some((condition) => condition.includes(roleOf(a))))
        .map((a) =>
          wrong(deployment, a, `bootstrap.bicep does not let the deployment give ${builtInRoles[roleOf(a)]}`),
        ),
    );
}
