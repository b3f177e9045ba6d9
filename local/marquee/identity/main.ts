import { dataDir, portOf, webOrigins } from '../settings';
import { startIdentity } from './server';

async function main(): Promise<void> {
  const server = await startIdentity({
    port: portOf('identity'),
    dataDir: dataDir(),
    webOrigins: webOrigins(),
  });
  console.log(`Identity on ${server.url}`);
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
