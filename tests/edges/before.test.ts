import { events } from '../../docs/generate';
import before from '../samples/before/events.json';

/** Events as the first version published them, letter by letter. They wait in queues and dead letters for weeks. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = before;

test.each(Object.entries(SAMPLES))('a %s of the first version is still read', (type, samples) => {
  const contract = events.contracts.find((one) => one.type === type);
  for (const data of samples) expect(contract?.data.safeParse(data)).toMatchObject({ success: true });
});
