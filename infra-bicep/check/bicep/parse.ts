import { readFileSync } from 'node:fs';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { type Finding, finding } from '../finding';
import type { BicepFile, Declaration, Decorator } from './ast';
import { expressionOf, isCode, Unreadable } from './expressions';

export type Parse = (
  file: string,
  source: string,
) => { readonly parsed: BicepFile; readonly findings: Finding[] };

/** A parser by the grammar of the package tree-sitter-bicep. Loading it takes a moment: once is enough. */
export async function bicepParser(): Promise<Parse> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))),
  );
  return (file, source) => {
    const tree = parser.parse(file.endsWith('.bicepparam') ? paramsAsVariables(source) : source);
    if (tree === null) throw new Error(`${file} cannot be parsed`);
    const findings = syntaxErrors(tree.rootNode, file);
    const parsed = { file, using: undefined, declarations: [], disabled: disabledCodes(source) };
    if (findings.length > 0) return { parsed, findings };
    try {
      return { parsed: { ...parsed, ...declarationsOf(tree.rootNode, file) }, findings };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { parsed, findings: [error.finding] };
    }
  };
}

/** The grammar wants a type after `param`; a parameter file has none. Same length, so that places stay right. */
const paramsAsVariables = (source: string): string => source.replace(/^param /gm, 'var   ');

function syntaxErrors(root: Node, file: string): Finding[] {
  if (!root.hasError) return [];
  const found: Finding[] = [];
  const visit = (node: Node): void => {
    const place = { file, line: node.startPosition.row + 1 };
    if (node.isError) found.push(finding(place, `syntax error near "${node.text.split('\n')[0]}"`));
    else if (node.isMissing) found.push(finding(place, `syntax error: ${node.type} is missing`));
    else for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

function disabledCodes(source: string): Map<number, readonly string[]> {
  const codes = new Map<number, readonly string[]>();
  for (const [index, text] of source.split('\n').entries()) {
    const match = /^\s*#disable-next-line\s+(.+)$/.exec(text);
    if (match?.[1]) codes.set(index + 2, match[1].trim().split(/\s+/));
  }
  return codes;
}

function declarationsOf(root: Node, file: string): Pick<BicepFile, 'declarations' | 'using'> {
  const declarations: Declaration[] = [];
  let using: string | undefined;
  let decorators: readonly Decorator[] = [];
  for (const node of root.namedChildren.filter(isCode)) {
    if (node.type === 'decorators') decorators = decoratorsOf(node, file);
    else if (node.type === 'using_statement') using = literal(node.namedChildren[0], file);
    else if (node.type !== 'metadata_declaration' && node.type !== 'target_scope_assignment') {
      declarations.push(declarationOf(node, file, decorators));
      decorators = [];
    }
  }
  return { declarations, using };
}

const decoratorsOf = (node: Node, file: string): Decorator[] =>
  node.namedChildren.filter(isCode).flatMap((decorator) => {
    const [call] = decorator.namedChildren;
    const expression = call && expressionOf(call, file);
    return expression?.kind === 'call' ? [{ name: expression.name, args: expression.args }] : [];
  });

function literal(node: Node | undefined, file: string): string {
  const expression = node && expressionOf(node, file);
  const part = expression?.kind === 'string' ? expression.parts[0] : undefined;
  return typeof part === 'string' ? part : '';
}

function declarationOf(node: Node, file: string, decorators: readonly Decorator[]): Declaration {
  const line = node.startPosition.row + 1;
  const [name, second, third] = node.namedChildren.filter(isCode);
  const common = { file, line, decorators, name: name?.text ?? '' };
  const value = (child: Node | undefined) => {
    if (child === undefined) throw new Unreadable({ file, line }, `${node.type} without a value`);
    return expressionOf(child, file);
  };
  switch (node.type) {
    case 'parameter_declaration': {
      const byDefault = third && expressionOf(third, file);
      return { ...common, kind: 'param', type: second?.text ?? '', byDefault };
    }
    case 'variable_declaration':
      return { ...common, kind: 'var', value: value(second) };
    case 'output_declaration':
      return { ...common, kind: 'output', type: second?.text ?? '', value: value(third) };
    case 'resource_declaration': {
      const existing = node.children.some(({ type }) => type === 'existing');
      return { ...common, kind: 'resource', type: literal(second, file), existing, body: value(third) };
    }
    case 'module_declaration':
      return { ...common, kind: 'module', path: literal(second, file), body: value(third) };
    default:
      throw new Unreadable({ file, line }, node.type);
  }
}
