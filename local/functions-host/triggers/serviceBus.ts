import type { HostedFunction } from '../app/hostedFunction';
import type { Listener, TriggerServices } from './trigger';
export async function startServiceBus(_fn: HostedFunction, _services: TriggerServices): Promise<Listener> {
  throw new Error('later');
}
