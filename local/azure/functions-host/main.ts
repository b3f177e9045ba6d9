import '../requireNode';
import { parseArgs } from 'node:util';
import { DEFAULT_DATA_DIR } from '../standIn';
import { StartupError } from '../startupError';
import { type Host, startHost } from './host';
import { AZURE_LEASES } from './triggers/cosmosDBOptions';

const USAGE =
  'Usage: node functions-host/main.js --app <folder> [--port <n>] [--data <folder>] [--quiet] [--azure-leases]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      app: { type: 'string', default: '.' },
      port: { type: 'string' },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
      quiet: { type: 'boolean' },
      'azure-leases': { type: 'boolean' },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !Number.isInteger(port)) throw new StartupError(USAGE);
  let host: Host | undefined;
  // An unhandled rejection comes here too, as Node has it by default.
  process.on('uncaughtException', (error) => {
    console.error(`Worker uncaught exception, the host ends: ${error.stack ?? error}`);
    process.exit(1);
  });
  const stop = () => {
    const ended = host ? host.close() : Promise.resolve();
    ended.finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  host = await startHost({
    app: values.app,
    port,
    dataDir: values.data,
    ...(values.quiet === undefined ? {} : { quiet: values.quiet }),
    ...(values['azure-leases'] ? { leases: AZURE_LEASES } : {}),
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
});
