import type { CosmosClient } from '@azure/cosmos';
import type { ServiceBusClient } from '@azure/service-bus';
import type { NamedBinding } from '../app/hostedFunction';
import type { Settings } from '../app/readSettings';
import { connectionName } from './checkBindings';

/** One client a connection, made when first needed. */
export interface Clients {
  cosmos(binding: NamedBinding): Promise<CosmosClient>;
  serviceBus(binding: NamedBinding): Promise<ServiceBusClient>;
  close(): Promise<void>;
}

export function createClients(settings: Settings): Clients {
  const cosmos = new Map<string, Promise<CosmosClient>>();
  const buses = new Map<string, Promise<ServiceBusClient>>();
  return {
    cosmos: (binding) =>
      remember(cosmos, connectionName(binding), async (name) =>
        (await import('./connectCosmos.js')).connectCosmos(name, settings),
      ),
    serviceBus: (binding) =>
      remember(buses, connectionName(binding), async (name) =>
        (await import('./connectServiceBus.js')).connectServiceBus(name, settings),
      ),
    close: async () => {
      for (const client of cosmos.values()) (await client).dispose();
      for (const client of buses.values()) await (await client).close();
    },
  };
}

function remember<T>(known: Map<string, T>, name: string, make: (name: string) => T): T {
  const value = known.get(name) ?? make(name);
  known.set(name, value);
  return value;
}
