import '../requireNode';
import { parseArgs } from 'node:util';
import { DEFAULT_DATA_DIR, parsePort, runStandIn } from '../standIn';
import { StartupError } from '../startupError';
import { startServiceBus } from './server';

/** The stand-in for Azure Service Bus as a process: `main.js --queue <name>… [--port 5672] [--data <folder>]`. */
void runStandIn('Service Bus', async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
      queue: { type: 'string', multiple: true, default: [] },
    },
  });
  const queues = values.queue;
  if (queues.length === 0) throw new StartupError('name at least one queue: --queue <name>.');
  const { port, close } = await startServiceBus({
    port: parsePort(values.port, 5672),
    queues,
    dataDir: values.data,
  });
  return { greeting: `Service Bus listens on 127.0.0.1:${port}; queues: ${queues.join(', ')}.`, close };
});
