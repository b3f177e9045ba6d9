import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Deployment, filesIn, type Json, type Resource } from './compiled';
import type { Finding } from './finding';

/** The value at a path of property names with dots between, if it is there. */
export const at = (value: Json | undefined, where: string): Json | undefined =>
  where
    .split('.')
    .reduce<Json | undefined>(
      (inner, key) =>
        inner !== null && typeof inner === 'object' && !Array.isArray(inner)
          ? (inner as { readonly [key: string]: Json })[key]
          : undefined,
      value,
    );

/** The resources of a type that a deployment makes. Azure compares types whatever their case. */
export const made = ({ resources }: Pick<Deployment, 'resources'>, type: string): Resource[] =>
  resources.filter((resource) => resource.type.toLowerCase() === type.toLowerCase());

/** True for what only Azure will know. */
export const isExpression = (value: Json | undefined): boolean =>
  typeof value === 'string' && value.startsWith('[');

export const lastName = ({ name }: Resource): string => name.split('/').at(-1) ?? '';

/** Its name, the same in each environment. */
export const labelOf = (name: string): string => name.replace(/-(?:dev|production)(?:-\w{6})?(?=\/|$)/g, '');

/** What a role, a lock or a log is of: the resource before the last `/providers/`. */
export const scopeOf = ({ id }: Resource): string => id.slice(0, id.lastIndexOf('/providers/'));

/** The type and label of an id, as `Microsoft.ServiceBus/namespaces/queues sb-marquee/musical` without the provider. */
export const labelOfId = (id: string): string => {
  const parts = id
    .slice(id.lastIndexOf('/providers/') + '/providers/'.length)
    .split('/')
    .slice(1);
  return labelOf(parts.filter((_, i) => i % 2 === 1).join('/'));
};

/** What it is called. The name of an assignment is a hash: what it is on says more. */
export function titleOf(resource: Resource): string {
  if (/(?:roleAssignments|\/locks)$/i.test(resource.type)) return `on ${labelOn(resource)}`;
  return resource.type.endsWith('/diagnosticSettings') ? `of ${labelOn(resource)}` : resource.name;
}

function labelOn(resource: Resource): string {
  const scope = at(resource, 'properties.scope');
  const id = typeof scope === 'string' ? scope : scopeOf(resource);
  if (!id.includes('/providers/')) return 'the resource group';
  return id.includes('/colls/') ? `container ${id.split('/').at(-1)}` : labelOfId(id);
}

/** Names where a resource is declared: the line, where one declaration makes all of its type, else the parameter file. */
export function places(root: string) {
  const declared = new Map<string, { file: string; line: number }[]>();
  for (const file of filesIn(root, /\.bicep$/)) {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
    for (const [i, line] of lines.entries()) {
      const type = /^resource \w+ '([^'@]+)@[^']+' =/.exec(line)?.[1]?.toLowerCase();
      if (type !== undefined) declared.set(type, [...(declared.get(type) ?? []), { file, line: i + 1 }]);
    }
  }
  return (deployment: Deployment, resource: Resource, message: string): Finding => {
    const [only, ...others] = declared.get(resource.type.toLowerCase()) ?? [];
    const place = only === undefined || others.length > 0 ? { file: deployment.parameterFile } : only;
    return { ...place, message: `${labelOf(titleOf(resource))}: ${message}` };
  };
}
export type Wrong = ReturnType<typeof places>;
