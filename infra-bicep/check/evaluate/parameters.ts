import { TypeBaseKind } from 'bicep-types';
import type { Shape } from '../azure/types';
import type { DeclarationOf } from '../bicep/ast';
import { type Finding, finding, type Place } from '../finding';
import { EvaluationError, evaluate, type Scope } from './evaluate';
import { isPartlyUnknown, toJson, type Value } from './values';

type Parameter = DeclarationOf<'param'>;

/** The value of a parameter, given or by default, held to its type and its decorators. */
export function checkedParameter(
  parameter: Parameter,
  given: Value | undefined,
  scope: Scope,
  from: Place,
  findings: Finding[],
): Value {
  const { name, file, type, byDefault } = parameter;
  if (given === undefined && byDefault === undefined)
    throw new EvaluationError(from, `the parameter ${name} of ${file} is missing`);
  const value = given ?? evaluate(byDefault as NonNullable<typeof byDefault>, scope);
  if (!fits(value, type))
    findings.push(finding(value, `the parameter ${name} of ${file} takes ${type}, this is ${value.kind}`));
  else findings.push(...decoratorFindings(parameter, value, scope));
  return value;
}

/** Whether a value can be of a type of Bicep's. */
export function fits(value: Value, type: string): boolean {
  if (value.kind === 'unknown') return value.shape === undefined || bicepTypeOf(value.shape).includes(type);
  if (value.kind === 'null') return true;
  if (type.endsWith('[]'))
    return value.kind === 'array' && value.items.every((item) => fits(item, type.slice(0, -2)));
  const kinds: Readonly<Record<string, Value['kind']>> = { int: 'number', bool: 'boolean' };
  return value.kind === (kinds[type] ?? type);
}

/** The types of Bicep's that what Azure will give can be. */
function bicepTypeOf({ type }: Shape): readonly string[] {
  switch (type.type) {
    case TypeBaseKind.IntegerType:
      return ['int'];
    case TypeBaseKind.BooleanType:
      return ['bool'];
    case TypeBaseKind.ArrayType:
      return ['array', 'string[]', 'object[]'];
    case TypeBaseKind.ObjectType:
    case TypeBaseKind.DiscriminatedObjectType:
      return ['object'];
    case TypeBaseKind.StringType:
    case TypeBaseKind.StringLiteralType:
      return ['string'];
    default:
      return ['string', 'int', 'bool', 'object', 'array'];
  }
}

function decoratorFindings({ name, file, decorators }: Parameter, value: Value, scope: Scope): Finding[] {
  const size = sizeOf(value);
  return decorators.flatMap((decorator) => {
    const [argument] = decorator.args;
    const wanted = argument === undefined ? undefined : toJson(evaluate(argument, scope));
    const wrong = (why: string) => [finding(value, `${name} of ${file} ${why}`)];
    if (decorator.name === 'allowed' && Array.isArray(wanted)) {
      const given = value.kind === 'string' ? value.text : value.kind === 'number' ? value.number : undefined;
      const isRight = given === undefined || wanted.includes(given);
      return isRight ? [] : wrong(`takes ${wanted.join(' or ')}, not ${given}`);
    }
    if (typeof wanted !== 'number' || size === undefined) return [];
    const low = decorator.name === 'minLength' || decorator.name === 'minValue';
    const high = decorator.name === 'maxLength' || decorator.name === 'maxValue';
    if (low && size < wanted) return wrong(`is ${size}, it takes ${wanted} at least`);
    return high && size > wanted ? wrong(`is ${size}, it takes ${wanted} at most`) : [];
  });
}

/** What minLength and minValue look at. Undefined where it is not known yet. */
function sizeOf(value: Value): number | undefined {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'array') return value.items.length;
  return value.kind === 'string' && !isPartlyUnknown(value.text) ? value.text.length : undefined;
}
