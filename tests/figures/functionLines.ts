import { parseSync } from '@swc/core';

type Span = { readonly start: number; readonly end: number };
type Node = { readonly type: string; readonly span?: Span } & Readonly<Record<string, unknown>>;

/** Functions that have a name of their own or are a member that has one; callbacks count as lines of what they are in. */
const NAMED = new Set([
  'FunctionDeclaration',
  'ClassMethod',
  'PrivateMethod',
  'MethodProperty',
  'Constructor',
]);
const UNNAMED = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** How many lines each named function of a file has. */
export function functionLines(text: string): number[] {
  // Spans count bytes from a place of the parser's own, which the first token shows.
  const source = Buffer.from(`;${text}`);
  const program = parseSync(source.toString(), { syntax: 'typescript', target: 'es2024' });
  const linesOf = ({ start, end }: Span): number =>
    source
      .subarray(start - program.span.start, end - program.span.start)
      .toString()
      .split('\n').length;
  const found: number[] = [];
  const visit = (node: Node): void => {
    const span = spanOfFunction(node);
    if (span !== undefined) found.push(linesOf(span));
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
  };
  visit(program as unknown as Node);
  return found;
}

function spanOfFunction(node: Node): Span | undefined {
  if (NAMED.has(node.type)) return node.span ?? spanOf(node.function);
  const value = assignedTo(node);
  if (value === undefined || !UNNAMED.has(value.type) || isRecord(value.body)) return undefined;
  return node.span ?? value.span;
}

function assignedTo(node: Node): Node | undefined {
  const value = { VariableDeclarator: node.init, KeyValueProperty: node.value }[node.type];
  return isNode(value) ? value : undefined;
}

/** `() => ({ … })`: its members are the functions, it is none. */
const isRecord = (body: unknown): boolean =>
  isNode(body) &&
  body.type === 'ParenthesisExpression' &&
  (body.expression as Node).type === 'ObjectExpression';

const spanOf = (node: unknown): Span | undefined => (isNode(node) ? node.span : undefined);

/** Elements of lists are wrapped, so anything with members is looked into. */
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
