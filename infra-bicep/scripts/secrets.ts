import { searchSecrets } from './secretSearch';

/** npm run secrets: what looks like a secret in the history and the package, a line each; exit code 1 if there is any. */
const { findings, lookedAt } = searchSecrets(process.cwd());
for (const finding of findings) console.error(finding);
for (const line of lookedAt) console.log(line);
console.log(
  `secrets: ${findings.length === 0 ? 'none' : `${findings.length}; take each out of use, then out of the history`}.`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
