import type { BicepFile } from '../bicep/ast';
import type { Deployment } from '../evaluate/deployment';
import type { Resource } from '../evaluate/values';
import type { Finding } from '../finding';

export type Checked = {
  readonly root: string;
  readonly files: ReadonlyMap<string, BicepFile>;
  readonly deployments: readonly Deployment[];
};

/** Something that must hold of what would be deployed, beyond Azure's types. */
export type Rule = (checked: Checked) => { readonly findings: Finding[] };

/** The resources of a type that a deployment makes, not those it only refers to. */
export const made = ({ resources }: Pick<Deployment, 'resources'>, type: string): Resource[] =>
  resources.filter((resource) => !resource.existing && resource.type.toLowerCase() === type.toLowerCase());
