import subscriptions from '../../../shared/subscriptions.json';
import { dataDir, portOf } from '../../marquee/settings';
import { startServiceBus } from './server';

/** Runs the stand-in for Azure Service Bus until SIGTERM or SIGINT: one queue for each that an event is routed to. */
async function main(): Promise<void> {
  const port = portOf('servicebus');
  const queues = [...new Set(Object.values(subscriptions).flat())];
  const bus = await startServiceBus({ port, queues, dataDir: dataDir() });
  console.log(`Service Bus listens on 127.0.0.1:${bus.port}; queues: ${queues.join(', ')}.`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void bus.close().then(() => process.exit(0)));
  }
}

main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(
    taken ? `Service Bus: port ${portOf('servicebus')} is already taken.` : `Service Bus: ${error.stack}`,
  );
  process.exit(1);
});
