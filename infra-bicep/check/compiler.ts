import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Finding } from './finding';

/** What Bicep says of a file; its places count from 0. */
type Diagnostic = {
  readonly source: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly level: 'Info' | 'Warning' | 'Error';
  readonly code: string;
  readonly message: string;
};
/** Microsoft's own compiler, running. Paths are below `root`, with slashes. */
export type Compiler = {
  readonly version: string;
  /**
   * What `bicep build`, `bicep lint` and `bicep build-params` say of a parameter file and all that it leads to, and the
   * JSON that its template becomes; none when a word of it is an error.
   */
  readonly build: (
    root: string,
    parameterFile: string,
  ) => Promise<{ readonly template: string | null; readonly findings: readonly Finding[] }>;
  /** All that a deployment with this parameter file would send to Azure: `bicep snapshot`. */
  readonly snapshot: (root: string, file: string) => Promise<string>;
  /** Every file that the parameter file leads to. */
  readonly sources: (root: string, file: string) => Promise<string[]>;
  readonly close: () => void;
};

/** Where `az bicep install` and azd put it. */
const INSTALLED = ['.azure/bin/bicep', '.azd/bin/bicep'].map((file) => path.join(homedir(), file));

/** The command that is Bicep here: `BICEP`, the one on the PATH, or the one that the Azure CLI or azd has installed. */
export function findBicep(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.BICEP) return env.BICEP;
  return ['bicep', ...INSTALLED].find((command) => spawnSync(command, ['--version'], { env }).status === 0);
}

/** Values that stand for those of a deployment, so that everybody's check sees the same. */
const SAMPLE_ENVIRONMENT = {
  AUTH_ISSUER: 'https://identity.example/',
  AUTH_JWKS_URI: 'https://identity.example/jwks',
  AUTH_OPENID_CONFIGURATION_URL: 'https://identity.example/.well-known/openid-configuration',
  GATEWAY_AUDIENCE: '00000000-0000-4000-8000-000000000003',
  OPERATOR_EMAIL: 'operator@marquee.example',
  PAYMENT_CLIENT_KEY: 'client-key',
  WEB_CLIENT_ID: 'web',
  DEPLOY_SUBJECT: 'repo:marquee/marquee:environment:sample',
  WHAT_IF_SUBJECT: 'repo:marquee/marquee:environment:sample-what-if',
};
const SAMPLE_SCOPE = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  subscriptionId: '00000000-0000-4000-8000-000000000002',
  resourceGroup: 'rg-marquee',
  location: 'koreacentral',
  deploymentName: 'marquee',
};
/** What a program needs of the environment; nothing that a parameter file might read. */
const KEPT = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'TMPDIR',
  'TEMP',
  'SYSTEMROOT',
  'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT',
];

/** Starts the compiler, which answers by JSON-RPC until it is closed: a file takes a tenth of what a start does. */
export async function openCompiler(command: string): Promise<Compiler> {
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const env = { ...Object.fromEntries(kept), ...SAMPLE_ENVIRONMENT };
  const child = spawn(command, ['jsonrpc', '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ask = connection(child, command);
  const call = <Answer>(method: string, root: string, file: string, more: object = {}) =>
    ask<Answer>(method, { path: path.join(root, file), ...more });
  const findingsIn = (root: string, diagnostics: readonly Diagnostic[]): Finding[] =>
    diagnostics.map(({ source, range, code, message }) => ({
      file: path.relative(root, source).split(path.sep).join('/'),
      line: range.start.line + 1,
      message: `${code}: ${message}`,
    }));
  const { version } = await ask<{ version: string }>('bicep/version', {});
  return {
    version,
    async build(root, file) {
      type Answer = { success: boolean; diagnostics: Diagnostic[]; template: string | null };
      const more = { parameterOverrides: {} };
      const { success, diagnostics, template } = await call<Answer>('bicep/compileParams', root, file, more);
      return { template: success ? template : null, findings: findingsIn(root, diagnostics) };
    },
    async snapshot(root, file) {
      const more = { metadata: SAMPLE_SCOPE, externalInputs: null };
      return (await call<{ snapshot: string }>('bicep/getSnapshot', root, file, more)).snapshot;
    },
    async sources(root, file) {
      const { filePaths } = await call<{ filePaths: string[] }>('bicep/getFileReferences', root, file);
      return filePaths.map((name) => path.relative(root, name).split(path.sep).join('/')).sort();
    },
    close: () => child.kill(),
  };
}

/** Asks over the child's pipes. A compiler that cannot start, or ends, fails what was asked instead of never answering. */
function connection(child: ChildProcessByStdio<Writable, Readable, null>, command: string) {
  const ended = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`${command} did not start: ${error.message}`)));
    child.once('exit', (code) => reject(new Error(`${command} jsonrpc ended with ${code}`)));
  });
  // Nobody asks any more when it is closed.
  ended.catch(() => {});
  const rpc = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  rpc.listen();
  return <Answer>(method: string, params: object): Promise<Answer> =>
    Promise.race([rpc.sendRequest<Answer>(method, params), ended]);
}
