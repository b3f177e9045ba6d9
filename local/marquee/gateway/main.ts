import path from 'node:path';
import { z } from 'zod';
import { hostCount, portOf, productSettings } from '../settings';
import { gatewayToken } from './ownToken';
import { startGateway } from './server';
import { webConfig } from './webConfig';

const appRoot = path.resolve(__dirname, '../../../..');

/** The supervisor names the hosts. It is told when those left out have nothing more to answer. */
const hostsMessage = z.object({ type: z.literal('hosts'), id: z.number(), urls: z.array(z.string()) });

/** Without a supervisor to tell. */
function hostsBySettings(): readonly string[] {
  const first = portOf('functions');
  return Array.from({ length: hostCount() }, (_, index) => `http://127.0.0.1:${first + index}`);
}

async function main(): Promise<void> {
  const settings = productSettings(appRoot);
  const gateway = await startGateway({
    port: portOf('gateway'),
    hosts: process.send ? [] : hostsBySettings(),
    ownToken: gatewayToken(settings),
    webDir: path.join(appRoot, 'web/dist'),
    webConfig: webConfig(settings),
    docsDir: path.dirname(require.resolve('swagger-ui-dist/package.json')),
  });
  process.on('message', (message) => {
    const parsed = hostsMessage.safeParse(message);
    if (!parsed.success) return;
    const { id, urls } = parsed.data;
    void gateway.setHosts(urls).then(() => process.send?.({ type: 'drained', id }));
  });
  process.send?.({ type: 'ready' });
  console.log(`Gateway on ${gateway.url}`);
  process.once('SIGTERM', () => void gateway.close().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
