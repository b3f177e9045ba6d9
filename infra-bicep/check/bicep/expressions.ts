import type { Node } from 'web-tree-sitter';
import { type Finding, finding, type Place } from '../finding';
import type { Expression, Property } from './ast';

/** A form of Bicep that the check does not understand. */
export class Unreadable extends Error {
  readonly finding: Finding;
  constructor(place: Place, what: string) {
    super(what);
    this.finding = finding(place, `the check cannot read this: ${what}`);
  }
}

/** Turns a node of the parser's tree into an expression. Throws Unreadable on a form of Bicep that is not used here. */
export function expressionOf(node: Node, file: string): Expression {
  const place = { file, line: node.startPosition.row + 1 };
  const inner = (child: Node): Expression => expressionOf(child, file);
  const named = node.namedChildren.filter(isCode);
  const at = partsOf(node, file);
  switch (node.type) {
    case 'string':
      return { ...place, kind: 'string', parts: stringParts(node, file) };
    case 'number':
      return { ...place, kind: 'number', value: Number(node.text) };
    case 'boolean':
      return { ...place, kind: 'boolean', value: node.text === 'true' };
    case 'null':
      return { ...place, kind: 'null' };
    case 'identifier':
      return { ...place, kind: 'name', name: node.text };
    case 'object':
      return {
        ...place,
        kind: 'object',
        properties: named.filter(({ type }) => type === 'object_property').map((p) => propertyOf(p, file)),
      };
    case 'array':
      apart(named, file);
      return { ...place, kind: 'array', items: named.map(inner) };
    case 'parenthesized_expression': {
      const expression = { ...inner(at(0)) };
      grouped.add(expression);
      return expression;
    }
    case 'for_statement':
      return forOf(node, file);
    case 'if_statement':
      return { ...place, kind: 'if', condition: inner(at(0)), body: inner(at(1)) };
    default:
      return operationOf(node, file);
  }
}

/** What is made of other expressions by an operator, a dot, an index, a call or an arrow. */
function operationOf(node: Node, file: string): Expression {
  const place = { file, line: node.startPosition.row + 1 };
  const inner = (child: Node): Expression => expressionOf(child, file);
  const at = partsOf(node, file);
  switch (node.type) {
    case 'member_expression':
      return closest(inner(at(0)), (object) => ({
        ...place,
        kind: 'member',
        object,
        property: at(1).text,
      }));
    case 'subscript_expression':
      return closest(inner(at(0)), (object) => ({
        ...place,
        kind: 'index',
        object,
        index: inner(at(1)),
      }));
    case 'call_expression':
      return closest(inner(at(0)), (callee) => {
        if (callee.kind !== 'name') throw new Unreadable(place, 'a call of something without a name');
        const args = at(1).namedChildren.filter(isCode).map(inner);
        return { ...place, kind: 'call', name: callee.name, args };
      });
    case 'lambda_expression':
      return { ...place, kind: 'lambda', parameters: lambdaParameters(at(0)), body: inner(at(1)) };
    case 'ternary_expression':
      return insideLambda(inner(at(0)), (condition) => ({
        ...place,
        kind: 'ternary',
        condition,
        yes: inner(at(1)),
        no: inner(at(2)),
      }));
    case 'binary_expression':
      return insideLambda(inner(at(0)), (left) => ({
        ...place,
        kind: 'binary',
        operator: node.childForFieldName('operator')?.text ?? '',
        left,
        right: inner(at(1)),
      }));
    case 'unary_expression': {
      const operator = node.childForFieldName('operator')?.text ?? '';
      return { ...place, kind: 'unary', operator, operand: inner(at(0)) };
    }
    default:
      throw new Unreadable(place, node.type);
  }
}

/** The parts of a node by their place in it. */
function partsOf(node: Node, file: string): (index: number) => Node {
  const named = node.namedChildren.filter(isCode);
  return (index) => {
    const part = named[index];
    if (part === undefined)
      throw new Unreadable({ file, line: node.startPosition.row + 1 }, `${node.type} is not whole`);
    return part;
  };
}

export const isCode = ({ type }: Node): boolean => type !== 'comment' && type !== 'diagnostic_comment';

/** Inside an array the grammar takes `a[0]`, and now and then `f(x)`, for two items; Bicep wants a comma or a new line between items. */
function apart(items: readonly Node[], file: string): void {
  for (const [index, { startPosition }] of items.entries()) {
    const before = items[index - 1];
    const sameLine = before?.endPosition.row === startPosition.row;
    const separator = before === undefined || before.nextSibling?.type === ',';
    if (!sameLine || separator) continue;
    throw new Unreadable(
      { file, line: startPosition.row + 1 },
      'a call or an index inside [ ]; give it a name by var',
    );
  }
}

/** What stood in parentheses: nothing from outside belongs into it. */
const grouped = new WeakSet<Expression>();

/** The grammar takes `x => x == 1` for `(x => x) == 1`: what follows belongs to the lambda's body. */
function insideLambda(head: Expression, wrap: (head: Expression) => Expression): Expression {
  if (head.kind !== 'lambda' || grouped.has(head)) return wrap(head);
  return { ...head, body: insideLambda(head.body, wrap) };
}

/** The grammar takes `a ? b : c.d` for `(a ? b : c).d`: a dot, an index or a call belongs to what stands just before it. */
function closest(head: Expression, wrap: (head: Expression) => Expression): Expression {
  if (grouped.has(head)) return wrap(head);
  switch (head.kind) {
    case 'lambda':
      return { ...head, body: closest(head.body, wrap) };
    case 'ternary':
      return { ...head, no: closest(head.no, wrap) };
    case 'binary':
      return { ...head, right: closest(head.right, wrap) };
    case 'unary':
      return { ...head, operand: closest(head.operand, wrap) };
    default:
      return wrap(head);
  }
}

const lambdaParameters = (node: Node): string[] =>
  node.type === 'identifier' ? [node.text] : node.namedChildren.filter(isCode).map(({ text }) => text);

function propertyOf(node: Node, file: string): Property {
  const [key, value] = node.namedChildren.filter(isCode);
  const line = node.startPosition.row + 1;
  if (!key || !value) throw new Unreadable({ file, line }, 'a property without a value');
  const place = { file, line };
  const name: Expression =
    key.type === 'string' ? expressionOf(key, file) : { ...place, kind: 'string', parts: [key.text] };
  return { ...place, key: name, value: expressionOf(value, file) };
}

function forOf(node: Node, file: string): Expression {
  const line = node.startPosition.row + 1;
  const [first, list, body] = node.namedChildren.filter(isCode);
  if (!first || !list || !body) throw new Unreadable({ file, line }, 'a for without its parts');
  const [item, index] =
    first.type === 'for_loop_parameters' ? first.namedChildren.map(({ text }) => text) : [first.text];
  return {
    file,
    line,
    kind: 'for',
    item: item ?? '',
    index,
    list: expressionOf(list, file),
    body: expressionOf(body, file),
  };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', "'": "'", '\\': '\\', $: '$' };

function stringParts(node: Node, file: string): (string | Expression)[] {
  if (node.text.startsWith("'''")) return [node.text.slice(3, -3).replace(/^\r?\n/, '')];
  const parts: (string | Expression)[] = [];
  let from = 1;
  for (const child of node.namedChildren.filter(({ type }) => type === 'interpolation')) {
    const start = child.startIndex - node.startIndex;
    parts.push(unescaped(node.text.slice(from, start)));
    const [expression] = child.namedChildren.filter(isCode);
    if (expression) parts.push(expressionOf(expression, file));
    from = child.endIndex - node.startIndex;
  }
  parts.push(unescaped(node.text.slice(from, -1)));
  return parts.filter((part) => part !== '');
}

const unescaped = (text: string): string =>
  text
    .replace(/\\u\{([0-9a-fA-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\([nrt'\\$])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
