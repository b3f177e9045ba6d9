import { isExpression, labelOfId, scopeOf } from '../resource';
import { ofEach } from './rule';

/** A name that only Azure will know is a resource that no what-if can show. */
export const namesAreKnown = ofEach((resource) => {
  if (isExpression(resource.name)) return [`the name of this ${resource.type} is known to Azure only`];
  return isExpression(resource.id)
    ? [`what this ${resource.type} is on is known to Azure only: ${labelOfId(scopeOf(resource))}`]
    : [];
});
