import '../requireNode';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseChaos } from '../chaos';
import { DEFAULT_DATA_DIR, parsePort, runStandIn } from '../standIn';
import { StartupError } from '../startupError';
import type { Subscriptions } from './engine/model';
import { startEventGrid } from './server';

/**
 * The stand-in for an Event Grid topic as a process: `main.js --subscriptions <file> --service-bus <connection string>`
 * and, if wanted, `[--port 6500] [--data <folder>] [--dead-letters <storage connection string>] [--topic <name>]
 * [--key <key>] [--other-types <queue>] [--chaos <knobs>]`.
 */
void runStandIn('Event Grid', async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: DEFAULT_DATA_DIR },
      subscriptions: { type: 'string' },
      'service-bus': { type: 'string' },
      'dead-letters': { type: 'string' },
      topic: { type: 'string' },
      key: { type: 'string' },
      'other-types': { type: 'string' },
      chaos: { type: 'string' },
    },
  });
  const subscriptions = readSubscriptions(values.subscriptions);
  if (!values['service-bus']) {
    throw new StartupError('say where queues are: --service-bus <connection string>.');
  }
  const { endpoint, close } = await startEventGrid({
    port: parsePort(values.port, 6500),
    subscriptions,
    serviceBusConnectionString: values['service-bus'],
    dataDir: values.data,
    chaos: parseChaos(values.chaos),
    ...(values['dead-letters'] ? { blobConnectionString: values['dead-letters'] } : {}),
    ...(values['other-types'] ? { otherTypesTo: values['other-types'] } : {}),
    ...(values.topic ? { topic: values.topic } : {}),
    ...(values.key ? { topicKey: values.key } : {}),
  });
  const types = Object.keys(subscriptions).length;
  return { greeting: `Event Grid listens on ${endpoint}; event types: ${types}.`, close };
});

/** A JSON object of event types, each with the queues that want it. */
function readSubscriptions(file: string | undefined): Subscriptions {
  if (file === undefined) throw new StartupError('say which queue wants which type: --subscriptions <file>.');
  try {
    return parseSubscriptions(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartupError(`--subscriptions ${file}: ${(error as Error).message}`);
  }
}

function parseSubscriptions(text: string): Subscriptions {
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('it is no object.');
  for (const [type, queues] of Object.entries(json)) {
    if (!Array.isArray(queues) || !queues.every((queue) => typeof queue === 'string')) {
      throw new Error(`"${type}" must have a list of queue names.`);
    }
  }
  return json as Subscriptions;
}
