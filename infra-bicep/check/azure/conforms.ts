import { type BicepType, type ObjectTypeProperty, ObjectTypePropertyFlags, TypeBaseKind } from 'bicep-types';
import type { ObjectValue, Value } from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { follow, propertiesOf, type Shape } from './types';

/**
 * What is wrong with a value by its type: properties that do not exist, are missing or may only be read, values of
 * another kind or outside the enumeration. A value that only Azure will know passes.
 */
export function conforms(value: Value, shape: Shape, label: string): Finding[] {
  // Azure treats a property that is null as one that is not there.
  if (value.kind === 'unknown' || value.kind === 'null') return [];
  const { type } = shape;
  switch (type.type) {
    case TypeBaseKind.AnyType:
      return [];
    case TypeBaseKind.StringType:
      return value.kind === 'string'
        ? stringBounds(value.text, type, value, label)
        : wrongKind(value, 'string', label);
    case TypeBaseKind.StringLiteralType:
      return value.kind === 'string' && value.text === type.value
        ? []
        : wrongKind(value, `'${type.value}'`, label);
    case TypeBaseKind.IntegerType:
      return value.kind === 'number' && Number.isInteger(value.number)
        ? numberBounds(value.number, type, value, label)
        : wrongKind(value, 'int', label);
    case TypeBaseKind.BooleanType:
      return value.kind === 'boolean' ? [] : wrongKind(value, 'bool', label);
    case TypeBaseKind.UnionType:
      return union(value, shape, label);
    case TypeBaseKind.ArrayType: {
      if (value.kind !== 'array') return wrongKind(value, 'array', label);
      const item = follow(shape, type.itemType);
      return value.items.flatMap((inner, index) => conforms(inner, item, `${label}[${index}]`));
    }
    case TypeBaseKind.ObjectType:
    case TypeBaseKind.DiscriminatedObjectType:
      return value.kind === 'object' ? object(value, shape, label) : wrongKind(value, 'object', label);
    default:
      return [];
  }
}

const wrongKind = (value: Value, wanted: string, label: string): Finding[] => [
  finding(
    value,
    `${label} is ${value.kind === 'string' ? `'${value.text}'` : value.kind}, it should be ${wanted}`,
  ),
];

function stringBounds(
  text: string,
  { minLength = 0, maxLength = Infinity }: Extract<BicepType, { type: TypeBaseKind.StringType }>,
  place: Value,
  label: string,
): Finding[] {
  if (text.length >= minLength && text.length <= maxLength) return [];
  return [finding(place, `${label} has ${text.length} characters, it takes ${minLength} to ${maxLength}`)];
}

function numberBounds(
  number: number,
  { minValue = -Infinity, maxValue = Infinity }: Extract<BicepType, { type: TypeBaseKind.IntegerType }>,
  place: Value,
  label: string,
): Finding[] {
  if (number >= minValue && number <= maxValue) return [];
  return [finding(place, `${label} is ${number}, it takes ${minValue} to ${maxValue}`)];
}

/** An open enumeration (known values, or any string) is held to its known values: ARM takes the others and fails later. */
function union(value: Value, shape: Shape, label: string): Finding[] {
  const { type } = shape;
  if (type.type !== TypeBaseKind.UnionType) return [];
  const elements = type.elements.map((element) => follow(shape, element));
  const literals = elements.flatMap(({ type: element }) =>
    element.type === TypeBaseKind.StringLiteralType ? [element.value] : [],
  );
  if (value.kind === 'string' && literals.length > 0) {
    if (literals.includes(value.text)) return [];
    return [
      finding(value, `${label} is '${value.text}', Azure knows ${literals.map((l) => `'${l}'`).join(', ')}`),
    ];
  }
  const problems = elements.map((element) => conforms(value, element, label));
  return problems.some((found) => found.length === 0) ? [] : (problems[0] ?? []);
}

function object(value: ObjectValue, shape: Shape, label: string): Finding[] {
  const variant = shape.type.type === TypeBaseKind.DiscriminatedObjectType ? chosen(value, shape) : shape;
  const base = shape.type.type === TypeBaseKind.DiscriminatedObjectType ? shape.type.baseProperties : {};
  if (variant === undefined) return discriminatorMissing(value, shape, label);
  const properties: Readonly<Record<string, ObjectTypeProperty>> = { ...base, ...propertiesOf(variant) };
  const open = variant.type.type === TypeBaseKind.ObjectType ? variant.type.additionalProperties : undefined;
  const found: Finding[] = [];
  for (const [name, entry] of value.entries) {
    const property = properties[name];
    const inner = `${label}.${name}`;
    if (property === undefined) {
      if (name === LEFT_OUT) continue;
      if (open !== undefined) found.push(...conforms(entry.value, follow(variant, open), inner));
      else
        found.push({ ...finding(entry, noSuch(label, name, Object.keys(properties))), ...UNKNOWN_PROPERTY });
    } else if (property.flags & ObjectTypePropertyFlags.ReadOnly) {
      found.push(finding(entry, `${inner} may only be read`));
    } else found.push(...conforms(entry.value, follow(shape, property.type), inner));
  }
  for (const [name, { flags }] of Object.entries(properties)) {
    const given = value.entries.get(name)?.value;
    if (flags & ObjectTypePropertyFlags.Required && (given === undefined || given.kind === 'null'))
      found.push(finding(value, `${label}.${name} is required`));
  }
  return found;
}

/** The data that lies beside the repository leaves descriptions out, and with them every property of that name. */
const LEFT_OUT = 'description';

/** Marks what `#disable-next-line BCP037` may silence. */
const UNKNOWN_PROPERTY = { code: 'BCP037' };

function noSuch(label: string, name: string, known: readonly string[]): string {
  const near = known.find((other) => other.toLowerCase() === name.toLowerCase());
  return `${label} has no property ${name}${near ? `; it has ${near}` : ''}`;
}

function chosen(value: ObjectValue, shape: Shape): Shape | undefined {
  if (shape.type.type !== TypeBaseKind.DiscriminatedObjectType) return undefined;
  const key = value.entries.get(shape.type.discriminator)?.value;
  const element = key?.kind === 'string' ? shape.type.elements[key.text] : undefined;
  return element && follow(shape, element);
}

function discriminatorMissing(value: ObjectValue, { type }: Shape, label: string): Finding[] {
  if (type.type !== TypeBaseKind.DiscriminatedObjectType) return [];
  const given = value.entries.get(type.discriminator);
  if (given?.value.kind === 'unknown') return [];
  const choices = Object.keys(type.elements).join(', ');
  return [finding(given ?? value, `${label}.${type.discriminator} must be one of ${choices}`)];
}
