import path from 'node:path/posix';
import type { AzureTypes } from '../azure/types';
import type { BicepFile, Declaration, DeclarationOf } from '../bicep/ast';
import { type Finding, finding, type Place } from '../finding';
import { attempt, EvaluationError, eachOf, evaluate, isTrue, type Scope } from './evaluate';
import { checkedParameter, fits } from './parameters';
import { resourceOf } from './resources';
import { at, dig, type ObjectValue, type Resource, type Value } from './values';

export type Sources = {
  /** The root of the repository. */
  readonly root: string;
  readonly files: ReadonlyMap<string, BicepFile>;
  readonly types: AzureTypes | undefined;
};

/** All that would be deployed with the values of one parameter file. */
export type Deployment = {
  readonly parameterFile: string;
  readonly resources: readonly Resource[];
  readonly outputs: ReadonlyMap<string, Value>;
};

/** Plays a deployment with the values of a `.bicepparam`, as far as it can be known before. */
export function deploy(sources: Sources, parameterFile: string, findings: Finding[]): Deployment {
  const parameters = sources.files.get(parameterFile);
  const main =
    parameters?.using === undefined
      ? undefined
      : sources.files.get(path.join(path.dirname(parameterFile), parameters.using));
  const resources: Resource[] = [];
  if (parameters === undefined || main === undefined) {
    findings.push(finding({ file: parameterFile, line: 1 }, `using names no file: ${parameters?.using}`));
    return { parameterFile, resources, outputs: new Map() };
  }
  const values = new Map<string, Value>();
  const scope: Scope = { root: sources.root, lookup: (name) => values.get(name) };
  for (const declaration of parameters.declarations) {
    if (declaration.kind !== 'var') continue;
    const value = attempt(findings, () => evaluate(declaration.value, scope));
    if (value !== undefined) values.set(declaration.name, value);
  }
  const run = { sources, findings, resources };
  return {
    parameterFile,
    resources,
    outputs: deployFile(run, main, values, { file: parameterFile, line: 1 }),
  };
}

type Run = { readonly sources: Sources; readonly findings: Finding[]; readonly resources: Resource[] };

/** Deploys one file: its symbols are evaluated when something first names them, then all that is left. */
function deployFile(
  run: Run,
  file: BicepFile,
  given: ReadonlyMap<string, Value>,
  from: Place,
): ReadonlyMap<string, Value> {
  const { findings, sources } = run;
  const byName = new Map(file.declarations.filter(({ kind }) => kind !== 'output').map((d) => [d.name, d]));
  const values = new Map<string, Value>();
  const scope: Scope = { root: sources.root, lookup };
  for (const [name, value] of given)
    if (byName.get(name)?.kind !== 'param') findings.push(noParameter(name, value, file));

  function lookup(name: string): Value | undefined {
    const known = values.get(name);
    const declaration = byName.get(name);
    if (known !== undefined || declaration === undefined) return known;
    // A symbol that needs itself meets this, not an endless loop.
    values.set(name, { ...at(declaration), kind: 'unknown', label: name });
    const value = attempt(findings, () => valueFor(declaration)) ?? {
      ...at(declaration),
      kind: 'unknown' as const,
      label: name,
    };
    values.set(name, value);
    return value;
  }

  function valueFor(declaration: Declaration): Value {
    switch (declaration.kind) {
      case 'param':
        return checkedParameter(declaration, given.get(declaration.name), scope, from, findings);
      case 'var':
      case 'output':
        return evaluate(declaration.value, scope);
      case 'resource':
        return many(declaration, scope, (body, inner) => {
          const resource = resourceOf(sources, declaration, body, inner, findings);
          run.resources.push(resource);
          return { ...at(declaration), kind: 'resource', resource };
        });
      case 'module':
        return many(declaration, scope, (body) => ({
          ...at(declaration),
          kind: 'module',
          outputs: deployModule(run, declaration, body),
        }));
      default:
        return declaration satisfies never;
    }
  }

  for (const name of byName.keys()) lookup(name);
  const outputs = new Map<string, Value>();
  for (const declaration of file.declarations) {
    if (declaration.kind !== 'output') continue;
    const value = attempt(findings, () => valueFor(declaration));
    if (value === undefined) continue;
    outputs.set(declaration.name, value);
    const { name, type } = declaration;
    if (!fits(value, type))
      findings.push(finding(declaration, `the output ${name} is ${value.kind}, not ${type}`));
  }
  return outputs;
}

/** One value, or an array of them for a loop; null where the condition is false. */
function many(
  declaration: DeclarationOf<'resource' | 'module'>,
  scope: Scope,
  one: (body: ObjectValue, scope: Scope) => Value,
): Value {
  const { body } = declaration;
  const single = (expression: typeof body, inner: Scope): Value => {
    if (expression.kind === 'if' && !isTrue(evaluate(expression.condition, inner)))
      return { ...at(declaration), kind: 'null' };
    const value = evaluate(expression.kind === 'if' ? expression.body : expression, inner);
    if (value.kind !== 'object') throw new EvaluationError(declaration, `${declaration.name} has no body`);
    return one(value, inner);
  };
  if (body.kind !== 'for') return single(body, scope);
  return {
    ...at(declaration),
    kind: 'array',
    items: eachOf(body, scope).map((inner) => single(body.body, inner)),
  };
}

function deployModule(
  run: Run,
  declaration: DeclarationOf<'module'>,
  body: ObjectValue,
): ReadonlyMap<string, Value> {
  const target = path.join(path.dirname(declaration.file), declaration.path);
  const file = run.sources.files.get(target);
  if (file === undefined) throw new EvaluationError(declaration, `there is no file ${target}`);
  const params = dig(body, 'params');
  // From here on a value stands where the module got it, not where it came from.
  const given = params?.kind === 'object' ? [...params.entries] : [];
  const placed = given.map(([name, entry]) => [name, { ...entry.value, ...at(entry) }] as const);
  return deployFile(run, file, new Map(placed), declaration);
}

const noParameter = (name: string, value: Value, { file }: BicepFile): Finding =>
  finding(value, `${file} has no parameter ${name}`);
