import type { InvocationResponse, ParameterBinding, TypedData } from '../app/coreTypes';
import type { NamedBinding } from '../app/hostedFunction';
import type { BindingData } from '../invocation/bindingExpression';
import type { Bindings } from '../invocation/invoke';
import { fromTypedData, toTypedData } from '../invocation/typedData';
import type { Clients } from './clients';

/** Reads input bindings before a run and writes output bindings after it, through the real SDKs. */
export function createBindings(clients: Clients): Bindings {
  const read = async (binding: NamedBinding, data: BindingData): Promise<ParameterBinding> => {
    const { readCosmosDB } = await import('./cosmosDBInput.js');
    const value = await readCosmosDB(await clients.cosmos(binding), binding, data);
    return { name: binding.name, data: value === undefined ? {} : toTypedData(value) };
  };
  const write = async (
    binding: NamedBinding,
    value: unknown,
    data: BindingData,
    traceParent: string,
  ): Promise<void> => {
    if (binding.type.toLowerCase() === 'servicebus') {
      const { writeServiceBus } = await import('./serviceBusOutput.js');
      return writeServiceBus(await clients.serviceBus(binding), binding, value, data, traceParent);
    }
    const { writeCosmosDB } = await import('./cosmosDBOutput.js');
    return writeCosmosDB(await clients.cosmos(binding), binding, value, data);
  };
  return {
    read: (fn, data) => Promise.all(fn.inputs.map((input) => read(input, data))),
    write: async (fn, response, data, traceParent) => {
      for (const output of fn.outputs) {
        if (output.type.toLowerCase() === 'http') continue;
        const value = fromTypedData(sentTo(output, response));
        if (value !== undefined && value !== null) await write(output, value, data, traceParent);
      }
    },
  };
}

const sentTo = ({ name }: NamedBinding, response: InvocationResponse): TypedData | null | undefined =>
  name === '$return'
    ? response.returnValue
    : response.outputData?.find((output) => output.name === name)?.data;
