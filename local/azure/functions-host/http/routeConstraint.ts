export type Constraint = (value: string) => boolean;

const PATTERNS: Readonly<Record<string, RegExp>> = {
  alpha: /^[a-z]*$/i,
  bool: /^(true|false)$/i,
  guid: /^(\{|\()?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(\}|\))?$/i,
  decimal: /^[+-]?\d+(\.\d+)?$/,
  double: /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  float: /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  required: /[\s\S]/,
};

const whole = (min: bigint, max: bigint): Constraint => {
  return (value) =>
    /^[+-]?\d{1,20}$/.test(value) &&
    BigInt(value.replace('+', '')) >= min &&
    BigInt(value.replace('+', '')) <= max;
};
const int = whole(-(2n ** 31n), 2n ** 31n - 1n);
const long = whole(-(2n ** 63n), 2n ** 63n - 1n);

/**
 * A route constraint by its text, such as `int`, `length(1,20)` or `regex(^\d+$)`.
 *
 * Source: "Routing in ASP.NET Core", route constraints.
 * @throws Error for a name ASP.NET Core does not know either.
 */
export function toConstraint(text: string): Constraint {
  const [, name = '', argument = ''] = /^([^(]+)(?:\((.*)\))?$/s.exec(text.trim()) ?? [];
  const [first = 0, second = first] = argument.split(',').map(Number);
  const pattern = PATTERNS[name.toLowerCase()];
  if (pattern) return (value) => pattern.test(value);
  switch (name.toLowerCase()) {
    case 'int':
      return int;
    case 'long':
      return long;
    case 'datetime':
      return (value) => !Number.isNaN(Date.parse(value));
    case 'minlength':
      return (value) => value.length >= first;
    case 'maxlength':
      return (value) => value.length <= first;
    case 'length':
      return (value) => value.length >= first && value.length <= second;
    case 'min':
      return (value) => long(value) && Number(value) >= first;
    case 'max':
      return (value) => long(value) && Number(value) <= first;
    case 'range':
      return (value) => long(value) && Number(value) >= first && Number(value) <= second;
    case 'regex': {
      const expression = new RegExp(argument, 'i');
      return (value) => expression.test(value);
    }
    default:
      throw new Error(`Unknown route constraint "${text}".`);
  }
}
