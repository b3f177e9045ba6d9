import path from 'node:path/posix';
import { type BicepFile, children, type Declaration, type DeclarationOf, type Expression } from './bicep/ast';
import { builtins } from './evaluate/functions';
import { type Finding, finding } from './finding';

type Files = ReadonlyMap<string, BicepFile>;

/**
 * What does not fit together, in every branch, whatever the parameters are: names that nothing declares, declarations
 * that nothing names, modules that get too few or unknown parameters, outputs that a module has not.
 */
export function checkReferences(files: Files): Finding[] {
  const bicep = [...files.values()].filter(({ file }) => file.endsWith('.bicep'));
  return [...bicep.flatMap((file) => checkFile(file, files)), ...filesNobodyNames(files)];
}

function checkFile(file: BicepFile, files: Files): Finding[] {
  const declared = new Map(file.declarations.filter(({ kind }) => kind !== 'output').map((d) => [d.name, d]));
  const used = new Set<string>();
  const findings: Finding[] = [];
  for (const declaration of file.declarations) {
    for (const expression of expressionsOf(declaration)) visit(expression, new Set());
    if (declaration.kind === 'module') findings.push(...checkModule(declaration, files));
  }
  const unused = [...declared.values()].filter(
    (d) =>
      !used.has(d.name) && (d.kind === 'param' || d.kind === 'var' || (d.kind === 'resource' && d.existing)),
  );
  return [...findings, ...unused.map((d) => finding(d, `${d.kind} ${d.name} is declared and never used`))];

  function visit(expression: Expression, local: ReadonlySet<string>): void {
    if (expression.kind === 'name' && !local.has(expression.name)) {
      used.add(expression.name);
      if (!declared.has(expression.name))
        findings.push(finding(expression, `there is no ${expression.name}`));
    }
    if (expression.kind === 'call' && !Object.hasOwn(builtins, expression.name))
      findings.push(finding(expression, `the check knows no function ${expression.name}`));
    if (expression.kind === 'member') findings.push(...checkOutput(expression, declared, files));
    if (expression.kind === 'for') {
      visit(expression.list, local);
      visit(expression.body, new Set([...local, expression.item, expression.index ?? '']));
    } else {
      const inner = expression.kind === 'lambda' ? new Set([...local, ...expression.parameters]) : local;
      for (const child of children(expression)) visit(child, inner);
    }
  }
}

function expressionsOf(declaration: Declaration): readonly Expression[] {
  const decorators = declaration.decorators.flatMap(({ args }) => args);
  switch (declaration.kind) {
    case 'param':
      return [...decorators, ...(declaration.byDefault ? [declaration.byDefault] : [])];
    case 'var':
    case 'output':
      return [...decorators, declaration.value];
    case 'resource':
    case 'module':
      return [...decorators, declaration.body];
    default:
      return declaration satisfies never;
  }
}

const targetOf = ({ file, path: to }: DeclarationOf<'module'>): string => path.join(path.dirname(file), to);

function checkModule(declaration: DeclarationOf<'module'>, files: Files): Finding[] {
  const target = files.get(targetOf(declaration));
  if (target === undefined) return [finding(declaration, `there is no file ${targetOf(declaration)}`)];
  let body = declaration.body;
  while (body.kind === 'for' || body.kind === 'if') body = body.body;
  const params =
    body.kind === 'object' ? body.properties.find(({ key }) => literal(key) === 'params')?.value : undefined;
  const given = params?.kind === 'object' ? params.properties : [];
  const wanted = target.declarations.filter((d): d is DeclarationOf<'param'> => d.kind === 'param');
  const missing = wanted.filter(
    ({ name, byDefault }) => byDefault === undefined && !given.some(({ key }) => literal(key) === name),
  );
  const unknown = given.filter(({ key }) => !wanted.some(({ name }) => name === literal(key)));
  return [
    ...missing.map(({ name }) => finding(declaration, `the parameter ${name} of ${target.file} is missing`)),
    ...unknown.map((p) => finding(p, `${target.file} has no parameter ${literal(p.key)}`)),
  ];
}

const literal = (key: Expression): string => (key.kind === 'string' ? key.parts.join('') : '');

/** `m.outputs.x` and `m[i].outputs.x`: does the module have an output x? */
function checkOutput(
  { object, property, ...place }: Extract<Expression, { kind: 'member' }>,
  declared: ReadonlyMap<string, Declaration>,
  files: Files,
): Finding[] {
  if (object.kind !== 'member' || object.property !== 'outputs') return [];
  const root = object.object.kind === 'index' ? object.object.object : object.object;
  const module = root.kind === 'name' ? declared.get(root.name) : undefined;
  if (module?.kind !== 'module') return [];
  const target = files.get(targetOf(module));
  const known = target?.declarations.some(({ kind, name }) => kind === 'output' && name === property) ?? true;
  return known ? [] : [finding(place, `${target?.file} has no output ${property}`)];
}

/** A module that no other file names is never deployed; a root file has a parameter file. */
function filesNobodyNames(files: Files): Finding[] {
  const named = new Set(
    [...files.values()].flatMap(({ file, using, declarations }) => [
      ...(using === undefined ? [] : [path.join(path.dirname(file), using)]),
      ...declarations.flatMap((d) => (d.kind === 'module' ? [targetOf(d)] : [])),
    ]),
  );
  return [...files.keys()]
    .filter((file) => file.endsWith('.bicep') && !named.has(file))
    .map((file) => finding({ file, line: 1 }, 'no module and no parameter file names this file'));
}
