import { dataDir, portOf } from '../../marquee/settings';
import { parseChaos } from '../chaos';
import { startCosmos } from './server/startCosmos';

/** The stand-in for Azure Cosmos DB as a process: ports, data and chaos from the environment, SIGTERM ends it. */
async function main(): Promise<void> {
  const port = portOf('cosmos');
  const server = await startCosmos({ port, dataDir: dataDir(), chaos: parseChaos() });
  const stop = () => {
    server.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(`Cosmos DB listens on http://127.0.0.1:${server.port}/`);
}

main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `Cosmos DB: port ${portOf('cosmos')} is taken.` : `Cosmos DB: ${error.message}`);
  process.exit(1);
});
