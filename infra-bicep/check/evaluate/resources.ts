import { conforms } from '../azure/conforms';
import type { DeclarationOf } from '../bicep/ast';
import { type Finding, finding } from '../finding';
import type { Sources } from './deployment';
import { EvaluationError, type Scope } from './evaluate';
import { RESOURCE_GROUP } from './functions';
import { at, dig, type ObjectValue, type Resource, textOf } from './values';

/** Properties that are Bicep's own, not the resource's. */
const OF_BICEP = new Set(['parent', 'scope', 'dependsOn']);

/** A resource with its name and id, and its body held to Azure's type of it. */
export function resourceOf(
  { types, files }: Sources,
  declaration: DeclarationOf<'resource'>,
  body: ObjectValue,
  _scope: Scope,
  findings: Finding[],
): Resource {
  const [type = '', apiVersion = ''] = declaration.type.split('@');
  const own: ObjectValue = {
    ...body,
    entries: new Map([...body.entries].filter(([key]) => !OF_BICEP.has(key))),
  };
  const parent = dig(body, 'parent');
  const scope = dig(body, 'scope');
  if (parent !== undefined && parent.kind !== 'resource')
    throw new EvaluationError(parent, 'parent should be a resource');
  if (parent?.kind === 'resource' && !isChild(type, parent.resource.type))
    findings.push(finding(parent, `${type} is no child of ${parent.resource.type}`));
  const lastName = textOf(dig(body, 'name'));
  if (lastName === undefined) throw new EvaluationError(declaration, `${declaration.name} has no name`);
  const name = parent?.kind === 'resource' ? `${parent.resource.name}/${lastName}` : lastName;
  const under = scope?.kind === 'resource' ? scope.resource.id : RESOURCE_GROUP;
  const shape = types?.body(type, apiVersion);
  if (types !== undefined && shape === undefined)
    findings.push(unknownType(declaration, type, apiVersion, types.versions(type)));
  if (shape !== undefined && !declaration.existing) {
    const disabled = files.get(declaration.file)?.disabled;
    const found = conforms(own, shape, declaration.name);
    findings.push(...found.filter(({ line, code }) => !(code && disabled?.get(line)?.includes(code))));
  }
  const { existing, name: symbol } = declaration;
  return {
    ...at(declaration),
    symbol,
    type,
    apiVersion,
    existing,
    name,
    id: idOf(under, type, name),
    body: own,
    shape,
  };
}

function idOf(under: string, type: string, name: string): string {
  const [provider = '', ...kinds] = type.split('/');
  const names = name.split('/');
  return `${under}/providers/${[provider, ...kinds.flatMap((kind, i) => [kind, names[i] ?? ''])].join('/')}`;
}

const isChild = (type: string, parent: string): boolean =>
  type.toLowerCase().startsWith(`${parent.toLowerCase()}/`) &&
  type.split('/').length === parent.split('/').length + 1;

function unknownType(
  declaration: DeclarationOf<'resource'>,
  type: string,
  apiVersion: string,
  versions: readonly string[],
): Finding {
  const why =
    versions.length > 0
      ? `${type} has no API version ${apiVersion}; there are ${versions.join(', ')}`
      : `there is no resource type ${type}`;
  return finding(declaration, why);
}
