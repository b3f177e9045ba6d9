import type { ServiceBusReceivedMessage, ServiceBusReceiver } from '@azure/service-bus';
import type { HostedFunction } from '../app/hostedFunction';
import type { ErrorReport } from './errorReport';
import type { TriggerServices } from './trigger';

/** A queue the trigger reads from, its receiver, and what to do with a message. */
export interface BusListening {
  readonly fn: HostedFunction;
  readonly services: TriggerServices;
  readonly receiver: ServiceBusReceiver;
  readonly report: ErrorReport;
  readonly autoComplete: boolean;
}

/** Completes or abandons. A lock that was lost meanwhile is only reported, for the message comes again by itself. */
export async function settle(
  { receiver, report, autoComplete }: BusListening,
  messages: readonly ServiceBusReceivedMessage[],
  succeeded: boolean,
): Promise<void> {
  if (succeeded && !autoComplete) return;
  await Promise.all(
    messages.map((message) =>
      (succeeded ? receiver.completeMessage(message) : receiver.abandonMessage(message)).catch(report.failed),
    ),
  );
}
