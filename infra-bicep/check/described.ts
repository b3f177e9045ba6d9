import type { BicepFile, DeclarationOf } from './bicep/ast';
import { type Finding, finding } from './finding';

const CONSTRAINTS = new Set(['allowed', 'minLength', 'maxLength', 'minValue', 'maxValue']);

/** Parameters and outputs without a description, and parameters that would take anything. */
export function checkDescriptions(files: ReadonlyMap<string, BicepFile>): Finding[] {
  const declarations = [...files.values()].flatMap((file) => file.declarations);
  return declarations.flatMap((declaration) => {
    if (declaration.kind !== 'param' && declaration.kind !== 'output') return [];
    const { kind, name, decorators } = declaration;
    const described = decorators.some((decorator) => decorator.name === 'description');
    return [
      ...(described ? [] : [finding(declaration, `${kind} ${name} has no @description`)]),
      ...(kind === 'param' ? unconstrained(declaration) : []),
    ];
  });
}

/** A bool or an object cannot be constrained by a decorator. */
function unconstrained(parameter: DeclarationOf<'param'>): Finding[] {
  const free = parameter.type === 'bool' || parameter.type === 'object' || parameter.type === 'array';
  const constrained = parameter.decorators.some(({ name }) => CONSTRAINTS.has(name));
  if (free || constrained) return [];
  return [
    finding(
      parameter,
      `param ${parameter.name} takes any ${parameter.type}: give it @allowed or a length or range`,
    ),
  ];
}
