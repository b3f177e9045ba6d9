import path from 'node:path';
import { runBicepCli } from './bicepCli';
import { check } from './check';
import { render } from './finding';

/** npm run infra:check: what is wrong with infra-bicep/, a line each. */
async function main(root: string): Promise<number> {
  const types = path.resolve(root, process.env.BICEP_TYPES_DIR ?? '../shared/bicep-types-az');
  const { findings, notes, summary } = await check(root, types);
  for (const found of findings) console.error(render(found));
  for (const note of notes) console.log(`note: ${note}`);
  // Parameter files want the environment variables of a deployment, so the real compiler gets the templates only.
  const cli = runBicepCli(root, ['infra-bicep/main.bicep', 'infra-bicep/bootstrap.bicep']);
  if (cli === undefined) console.log('note: the Bicep CLI is not installed: neither build nor lint was run.');
  for (const failure of cli?.failures ?? []) console.error(failure);
  const wrong = findings.length + (cli?.failures.length ?? 0);
  console.log(`infra:check: ${summary}; ${wrong === 0 ? 'nothing wrong' : `${wrong} to mend`}.`);
  return wrong === 0 ? 0 : 1;
}

main(process.cwd()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
