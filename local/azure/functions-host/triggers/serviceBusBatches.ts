import type { ServiceBusReceivedMessage } from '@azure/service-bus';
import { toTraceContext } from '../invocation/traceContext';
import { toTypedRecord } from '../invocation/typedData';
import { toBatchInput, toBatchMetadata } from './serviceBusMessage';
import { type BusListening, settle } from './settleMessages';
import type { Listener } from './trigger';

/** How long one receive waits for a first message before it is asked again. */
const WAIT_FOR_FIRST_MS = 5_000;
const PAUSE_AFTER_ERROR_MS = 1_000;

/** For `cardinality: 'many'`, one batch at a time, at most `maxMessageBatchSize`, settled as a whole. */
export function receiveBatches(listening: BusListening): Listener {
  const stopping = new AbortController();
  const done = receiveUntil(listening, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await done;
      await listening.receiver.close();
    },
  };
}

async function receiveUntil(listening: BusListening, signal: AbortSignal): Promise<void> {
  const { receiver, services, report } = listening;
  const size = services.config.serviceBus.maxMessageBatchSize;
  while (!signal.aborted) {
    try {
      const options = { maxWaitTimeInMs: WAIT_FOR_FIRST_MS, abortSignal: signal };
      const messages = await receiver.receiveMessages(size, options);
      report.worked();
      if (messages.length > 0) await runBatch(listening, messages);
    } catch (error) {
      if (signal.aborted) return;
      report.failed(error);
      await services.clock.sleep(PAUSE_AFTER_ERROR_MS, signal);
    }
  }
}

async function runBatch(
  listening: BusListening,
  messages: readonly ServiceBusReceivedMessage[],
): Promise<void> {
  const { fn, services } = listening;
  const stopRenewing = keepLocked(listening, messages);
  const outcome = await services.invoke(fn, {
    input: toBatchInput(messages, fn.trigger.dataType),
    triggerMetadata: toTypedRecord(toBatchMetadata(messages)),
    traceContext: toTraceContext(),
    reason: '(null)',
    details: `MessageIdArray: ${messages.map((message) => message.messageId).join(', ')}`,
    bindingData: () => toBatchMetadata(messages),
  });
  stopRenewing();
  await settle(listening, messages, outcome.ok);
}

/** Renews each lock when half of it is over. The SDK does so only for messages it hands out singly. */
function keepLocked(listening: BusListening, messages: readonly ServiceBusReceivedMessage[]): () => void {
  const { receiver, services, report } = listening;
  const now = Date.now();
  const lockMs = Math.min(...messages.map((message) => (message.lockedUntilUtc?.getTime() ?? now) - now));
  const renew = () => {
    for (const message of messages) receiver.renewMessageLock(message).catch(report.failed);
  };
  const timer = setInterval(renew, Math.max(100, lockMs / 2));
  const limit = setTimeout(() => clearInterval(timer), services.config.serviceBus.maxAutoLockRenewalMs);
  return () => {
    clearInterval(timer);
    clearTimeout(limit);
  };
}
