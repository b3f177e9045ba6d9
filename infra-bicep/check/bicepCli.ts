import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** How the real compiler is called here: by itself, or as a part of the Azure CLI. */
const COMMANDS = [['bicep'], ['az', 'bicep']] as const;

/** Runs `bicep build` and `lint` on the files where the CLI is installed. Undefined: it is not. */
export function runBicepCli(
  root: string,
  files: readonly string[],
): { readonly failures: string[] } | undefined {
  const command = COMMANDS.find(
    ([name, ...rest]) => spawnSync(name, [...rest, name === 'az' ? 'version' : '--version']).status === 0,
  );
  if (command === undefined) return undefined;
  const [name, ...rest] = command;
  const run = (...args: string[]) => spawnSync(name, [...rest, ...args], { cwd: root, encoding: 'utf8' });
  const failures = files.flatMap((file) => {
    const target = name === 'az' ? ['--file', path.join(root, file)] : [file];
    const results = [run('build', ...target, '--stdout'), run('lint', ...target)];
    return results.flatMap(({ status, stderr }) => (status === 0 ? [] : [stderr.trim()]));
  });
  return { failures };
}
