import type { Place } from '../finding';

/** An expression of Bicep, with where it stands. */
export type Expression = Place &
  (
    | { readonly kind: 'string'; readonly parts: readonly (string | Expression)[] }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'object'; readonly properties: readonly Property[] }
    | { readonly kind: 'array'; readonly items: readonly Expression[] }
    | { readonly kind: 'member'; readonly object: Expression; readonly property: string }
    | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
    | { readonly kind: 'lambda'; readonly parameters: readonly string[]; readonly body: Expression }
    | {
        readonly kind: 'ternary';
        readonly condition: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'for';
        readonly item: string;
        readonly index: string | undefined;
        readonly list: Expression;
        readonly body: Expression;
      }
    | { readonly kind: 'if'; readonly condition: Expression; readonly body: Expression }
  );

export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

export type Property = Place & { readonly key: Expression; readonly value: Expression };

export type Decorator = { readonly name: string; readonly args: readonly Expression[] };

export type Declaration = Place & { readonly name: string; readonly decorators: readonly Decorator[] } & (
    | { readonly kind: 'param'; readonly type: string; readonly byDefault: Expression | undefined }
    | { readonly kind: 'var'; readonly value: Expression }
    | { readonly kind: 'output'; readonly type: string; readonly value: Expression }
    | {
        readonly kind: 'resource';
        readonly type: string;
        readonly existing: boolean;
        readonly body: Expression;
      }
    | { readonly kind: 'module'; readonly path: string; readonly body: Expression }
  );

export type DeclarationOf<Kind extends Declaration['kind']> = Extract<Declaration, { kind: Kind }>;

/** One `.bicep` or `.bicepparam` file. */
export type BicepFile = {
  /** Relative to the checked folder, with forward slashes. */
  readonly file: string;
  readonly declarations: readonly Declaration[];
  /** The file that a `.bicepparam` gives values to. */
  readonly using: string | undefined;
  /** Line → codes that the line before it disables. */
  readonly disabled: ReadonlyMap<number, readonly string[]>;
};

/** Calls `visit` for the expression and everything inside it. */
export function walk(expression: Expression, visit: (inner: Expression) => void): void {
  visit(expression);
  for (const inner of children(expression)) walk(inner, visit);
}

/** The expressions directly inside one. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'string':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'object':
      return expression.properties.flatMap(({ key, value }) => [key, value]);
    case 'array':
      return expression.items;
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'call':
      return expression.args;
    case 'lambda':
      return [expression.body];
    case 'ternary':
      return [expression.condition, expression.yes, expression.no];
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'for':
      return [expression.list, expression.body];
    case 'if':
      return [expression.condition, expression.body];
    case 'number':
    case 'boolean':
    case 'null':
    case 'name':
      return [];
    default:
      return expression satisfies never;
  }
}
