import type { ServiceBusReceivedMessage } from '@azure/service-bus';
import type { HostedFunction } from '../app/hostedFunction';
import { payloadFields } from '../invocation/bindingExpression';
import { toTypedRecord } from '../invocation/typedData';
import { createErrorReport } from './errorReport';
import { receiveBatches } from './serviceBusBatches';
import { describeMessage, readBody, toInput, toMessageTrace, toMetadata } from './serviceBusMessage';
import { type BusListening, settle } from './settleMessages';
import type { Listener, TriggerServices } from './trigger';

/**
 * Receives a queue's messages in peek-lock mode and runs the function for each (or for a batch, with `cardinality:
 * 'many'`). It completes when that succeeded and abandons when it threw, so that the bus counts deliveries and
 * dead-letters at its maximum. Locks are renewed while the function runs. When the bus goes away the SDK reconnects.
 *
 * Source: "Azure Service Bus trigger for Azure Functions"; host.json of extension 5.x.
 * @throws Error for sessions, which this host does not have.
 */
export async function startServiceBus(fn: HostedFunction, services: TriggerServices): Promise<Listener> {
  const { trigger } = fn;
  if (trigger.isSessionsEnabled === true) throw new Error('Sessions are not supported by this host.');
  const client = await services.clients.serviceBus(trigger);
  const { entity, subscription, deadLetter } = parseEntity(trigger);
  const options = {
    receiveMode: 'peekLock' as const,
    skipParsingBodyAsJson: true,
    maxAutoLockRenewalDurationInMs: services.config.serviceBus.maxAutoLockRenewalMs,
    ...(deadLetter ? { subQueueType: 'deadLetter' as const } : {}),
  };
  const receiver =
    subscription === undefined
      ? client.createReceiver(entity, options)
      : client.createReceiver(entity, subscription, options);
  const report = createErrorReport(
    services.logger,
    `Service Bus ${receiver.entityPath} of 'Functions.${fn.name}'`,
  );
  const autoComplete =
    (trigger.autoCompleteMessages ?? services.config.serviceBus.autoCompleteMessages) !== false;
  const listening: BusListening = { fn, services, receiver, report, autoComplete };
  return trigger.cardinality === 'many' ? receiveBatches(listening) : receiveSingly(listening);
}

/** `queue`, `queue/$deadletterqueue`, or a topic with its subscription. */
export function parseEntity(trigger: Readonly<Record<string, unknown>>): {
  entity: string;
  subscription: string | undefined;
  deadLetter: boolean;
} {
  const subscription = typeof trigger.subscriptionName === 'string' ? trigger.subscriptionName : undefined;
  const name = String(trigger.queueName ?? trigger.topicName ?? '');
  const last = subscription ?? name;
  const deadLetter = /\/\$deadletterqueue$/i.test(last);
  const bare = last.replace(/\/\$deadletterqueue$/i, '');
  return subscription === undefined
    ? { entity: bare, subscription, deadLetter }
    : { entity: name, subscription: bare, deadLetter };
}

function receiveSingly(listening: BusListening): Listener {
  const { receiver, report, services } = listening;
  const running = new Set<Promise<void>>();
  const subscription = receiver.subscribe(
    {
      processMessage: (message) => {
        const work = runOne(listening, message);
        running.add(work);
        return work.finally(() => running.delete(work));
      },
      processError: async ({ error }) => report.failed(error),
    },
    { autoCompleteMessages: false, maxConcurrentCalls: services.config.serviceBus.maxConcurrentCalls },
  );
  return {
    stop: async () => {
      await subscription.close();
      await Promise.all(running);
      await receiver.close();
    },
  };
}

async function runOne(listening: BusListening, message: ServiceBusReceivedMessage): Promise<void> {
  const { fn, services, report } = listening;
  report.worked();
  const metadata = toMetadata(message);
  const outcome = await services.invoke(fn, {
    input: toInput(message, fn.trigger.dataType),
    triggerMetadata: toTypedRecord(metadata),
    traceContext: toMessageTrace(message),
    reason: '(null)',
    details: describeMessage(message),
    bindingData: () => ({ ...payloadFields(readBody(message)), ...metadata }),
  });
  await settle(listening, [message], outcome.ok);
}
