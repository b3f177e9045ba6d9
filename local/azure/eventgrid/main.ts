import subscriptions from '../../../shared/subscriptions.json';
import { dataDir, portOf, productSettings } from '../../marquee/settings';
import { parseChaos } from '../chaos';
import { startEventGrid } from './server';

/** Runs the stand-in for the Event Grid topic until SIGTERM or SIGINT, with the product's own settings. */
async function main(): Promise<void> {
  const settings = productSettings(process.cwd());
  const topic = await startEventGrid({
    port: portOf('eventgrid'),
    subscriptions,
    serviceBusConnectionString: settings.SERVICEBUS ?? '',
    blobConnectionString: settings.AzureWebJobsStorage ?? '',
    topicKey: settings.EVENTGRID__topicKey ?? '',
    dataDir: dataDir(),
    chaos: parseChaos(),
  });
  console.log(`Event Grid listens on ${topic.endpoint}; event types: ${Object.keys(subscriptions).length}.`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void topic.close().then(() => process.exit(0)));
  }
}

main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(
    taken ? `Event Grid: port ${portOf('eventgrid')} is already taken.` : `Event Grid: ${error.stack}`,
  );
  process.exit(1);
});
