import type { Compiled, Deployment, Resource } from '../compiled';
import type { Finding } from '../finding';
import type { Wrong } from '../resource';

export type Checked = { readonly root: string; readonly compiled: Compiled; readonly wrong: Wrong };

/** Something that must hold of what would be deployed, beyond what the compiler knows. */
export type Rule = (checked: Checked) => readonly Finding[];

/** A rule about each resource by itself: what is wrong with it, a sentence each. */
export const ofEach =
  (problems: (resource: Resource, deployment: Deployment) => readonly string[]): Rule =>
  ({ compiled, wrong }) =>
    compiled.deployments.flatMap((deployment) =>
      deployment.resources.flatMap((resource) =>
        problems(resource, deployment).map((message) => wrong(deployment, resource, message)),
      ),
    );
