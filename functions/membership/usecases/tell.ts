import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import type { PerhapsStored } from '../../../shared/kernel/versioned';
import { type EventEnvelope, newEvent } from '../../../shared/messaging/envelope';
import { publish, Unpublished } from '../../../shared/messaging/publish';
import { membershipEvents } from '../contract';
import type { MembershipDeps } from '../deps';
import { type Customer, newCustomer, toldUpTo, type Untold } from '../domain/customer';

export type TellDeps = Pick<MembershipDeps, 'sleep' | 'random' | 'publisher' | 'members' | 'log'>;

/** The customer's document, or the one that the first membership begins with. */
export const customerOf = async (
  { members }: Pick<MembershipDeps, 'members'>,
  customerId: string,
): Promise<PerhapsStored<Customer>> =>
  (await members.customer(customerId)) ?? { value: newCustomer(customerId), etag: undefined };

/** Publishes what is untold of a customer, in its order, and then notes that. Whoever comes in between tells it again. */
export async function tell(deps: TellDeps, customerId: string): Promise<void> {
  const { value: customer } = await customerOf(deps, customerId);
  if (customer.untold.length === 0) return;
  await publish(deps.publisher, customer.untold.map(eventOf));
  await untilCommitted(deps, `member ${customerId}`, async () => {
    const stored = await customerOf(deps, customerId);
    const value = toldUpTo(stored.value, customer.version);
    if (value.untold.length === stored.value.untold.length) return 'told';
    return deps.members.write({ customer: { ...stored, value } });
  });
}

/** A version is told once, so it makes the event's id. */
function eventOf({ type, at, subject, data }: Untold): EventEnvelope {
  const contract = membershipEvents.find((one) => one.type === type);
  if (contract === undefined) throw new Error(`no contract describes ${type}`);
  const causeId = `${data.customerId}/${data.version}`;
  return newEvent<string, unknown>(contract, { causeId, subject, time: at, data });
}

/** What the topic does not take is told by the sweep, for the customer's document is due as long as that is owed. */
export async function tellOrLeave(deps: TellDeps, customerId: string): Promise<void> {
  try {
    await tell(deps, customerId);
  } catch (error) {
    if (!(error instanceof Unpublished)) throw error;
    deps.log.warn('member will be told of again', { reason: error.message });
  }
}
