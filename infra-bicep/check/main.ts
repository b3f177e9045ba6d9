import { check } from './check';
import { stampOf } from './compiled';
import { findBicep, openCompiler } from './compiler';
import { render } from './finding';
import { keep, outdated } from './kept';

type Checked = Awaited<ReturnType<typeof check>>;
type Compiler = Awaited<ReturnType<typeof openCompiler>>;

/** npm run infra:check: what is wrong with infra-bicep/, a line each. With --keep: npm run infra:compile. */
async function main(root: string, keeps: boolean): Promise<number> {
  const command = findBicep();
  const compiler = command === undefined ? undefined : await openCompiler(command);
  try {
    const checked = await check(root, compiler);
    return await (keeps ? keepCompiled(root, compiler, checked) : report(root, compiler, checked));
  } finally {
    compiler?.close();
  }
}

async function keepCompiled(
  root: string,
  compiler: Compiler | undefined,
  { findings, compiled }: Checked,
): Promise<number> {
  if (compiler === undefined || compiled === undefined) {
    for (const found of findings) console.error(render(found));
    console.error('infra:compile needs the Bicep CLI (az bicep install), and files that it takes.');
    return 1;
  }
  for (const file of keep(root, compiled, await stampOf(root, compiler))) console.log(file);
  return 0;
}

async function report(
  root: string,
  compiler: Compiler | undefined,
  { findings, how, compiled }: Checked,
): Promise<number> {
  const kept =
    compiler && compiled ? outdated(root, compiled, await stampOf(root, compiler)) : { findings: [] };
  const all = [...findings, ...kept.findings];
  for (const found of all) console.error(render(found));
  if (kept.note) console.log(`note: ${kept.note}`);
  const resources = compiled?.deployments.flatMap((deployment) => deployment.resources).length ?? 0;
  const verdict = all.length === 0 ? 'nothing wrong' : `${all.length} to mend`;
  console.log(`infra:check: ${how}; ${resources} resources; ${verdict}.`);
  return all.length === 0 ? 0 : 1;
}

main(process.cwd(), process.argv.includes('--keep')).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
