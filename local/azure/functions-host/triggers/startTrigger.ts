import type { HostedFunction } from '../app/hostedFunction';
import { startTimer } from './timer';
import { openTimerStore } from './timerStore';
import type { Listener, TriggerServices } from './trigger';

/**
 * Starts the listener of a function that listens by itself. Undefined for those that are called (HTTP, Event Grid).
 *
 * @param stateDir folder shared by the hosts of this app.
 */
export async function startTrigger(
  fn: HostedFunction,
  services: TriggerServices,
  stateDir: string,
): Promise<Listener | undefined> {
  switch (fn.triggerType) {
    case 'timertrigger':
      return startTimer(fn, services, openTimerStore(stateDir, fn.name));
    case 'servicebustrigger': {
      const { startServiceBus } = await import('./serviceBus.js');
      return startServiceBus(fn, services);
    }
    case 'cosmosdbtrigger': {
      const { startCosmosDB } = await import('./cosmosDB.js');
      return startCosmosDB(fn, services);
    }
    default:
      return undefined;
  }
}
