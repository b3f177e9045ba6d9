import '../requireNode';
import { parseArgs } from 'node:util';
import { parseChaos } from '../chaos';
import { DEFAULT_DATA_DIR, parsePort, runStandIn } from '../standIn';
import { startCosmos } from './server/startCosmos';

/**
 * The stand-in for Azure Cosmos DB as a process: `main.js [--port 8081] [--data <folder>] [--chaos <knobs>]
 * [--serverless]`. A serverless account is charged for the deletion of what has expired.
 */
void runStandIn('Cosmos DB', async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
      chaos: { type: 'string' },
      serverless: { type: 'boolean', default: false },
    },
  });
  const { port, close } = await startCosmos({
    port: parsePort(values.port, 8081),
    dataDir: values.data,
    chaos: parseChaos(values.chaos),
    isServerless: values.serverless,
  });
  return { greeting: `Cosmos DB listens on http://127.0.0.1:${port}/`, close };
});
