import { digest } from '../../../shared/kernel/ids';
import { isoTime } from '../../../shared/kernel/time';
import { type EventOf, newEvent } from '../../../shared/messaging/envelope';
import { publish, Unpublished } from '../../../shared/messaging/publish';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { problem } from '../../problems';
import { rewriteCustomer } from '../commit/rewriteCustomer';
import {
  type erasureAnswered,
  erasureAsked,
  erasureLifted,
  erasureStepSchema,
  type Objection,
} from '../contract';
import type { ReservationDeps } from '../deps';
import type { CustomerRecord, Erasure } from '../domain/customerRecord';
import {
  askedAgain,
  begin,
  heard,
  isStepOver,
  isUnderWay,
  lessDue,
  lift,
  missing,
  nextStep,
  OWN_PART,
  objectionIn,
} from '../domain/erasure.decide';

export type ErasureDeps = Pick<
  ReservationDeps,
  | 'sleep'
  | 'random'
  | 'clock'
  | 'log'
  | 'publisher'
  | 'customers'
  | 'reservations'
  | 'loansOf'
  | 'membershipsOf'
>;

const MAX_RESERVATIONS = 1_000;
/** An erasure whose step has been asked for so often waits for a context that does not answer. */
const WARN_AFTER = 6;

const WHY: Readonly<Record<Objection, string>> = {
  coming: 'You have tickets for a day to come. Cancel them, or ask again when it is over.',
  unsettled: 'A reservation or a refund of yours is not settled yet. Ask again when it is.',
  holding: 'You hold seats. Release them, or ask again when their time is over.',
  borrowed: 'You have borrowed something. Bring it back first.',
  member:
    'You are a member, or have a bill to pay. Leave and pay it, and ask again when the membership has ended.',
};

/**
 * Begins to erase a customer. The mark is stored first, so that nothing new is begun, and then it is looked whether
 * anything stands against it. All contexts are asked to mark the customer too. What follows is done by the sweep, so the
 * answer says only that it was accepted. Throws `in-use`.
 */
export async function requestErasure(deps: ErasureDeps, customerId: string): Promise<void> {
  const { clock, customers } = deps;
  let isNew = false;
  const record = await customers.change(customerId, (known) => {
    const { erasure } = known;
    isNew = erasure === undefined || !isUnderWay(known);
    // Whoever asks a second time asks the others, and the first must know.
    return isNew || erasure === undefined
      ? begin(known, clock.now())
      : askedAgain(known, erasure, clock.now());
  });
  const { erasure } = record;
  if (erasure === undefined) return;
  const objection = isNew ? await objectionTo(deps, customerId) : undefined;
  if (objection === undefined) return ask(deps, record);
  const off = await changeSame(deps, record, (known, same) => {
    const lifted = lift(known, same, objection, clock.now());
    // Unless somebody has asked the others meanwhile, only the caller has to be told, which is done at once.
    const isAlone = same.attempts === 0 && same.answered.length === 0 && !same.isOwed;
    return isAlone ? lessDue(lifted) : lifted;
  });
  await goOn(deps, off);
  throw problem('in-use', WHY[objection], { reason: objection });
}

/** Hears that a context has done its part of a step, or why it cannot be. */
export async function hearErasureAnswered(
  deps: ErasureDeps,
  event: EventOf<typeof erasureAnswered>,
): Promise<void> {
  const { customerId, ...answer } = event.data;
  const record = await deps.customers.change(customerId, (known) => heard(known, answer, deps.clock.now()));
  await goOn(deps, record);
}

/** Brings each erasure on that is due. */
export const sweepErasures = (deps: ErasureDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.customers.due,
    idOf: (customerId) => customerId,
    look: (customerId) => sweepSafely(deps, customerId),
  });

async function sweepSafely(deps: ErasureDeps, customerId: string): Promise<void> {
  try {
    const record = await deps.customers.read(customerId);
    const { erasure, dueAt } = record;
    if (erasure === undefined || dueAt === undefined || dueAt > isoTime(deps.clock.now())) return;
    if (erasure.step === 'lifted' || isStepOver(erasure, deps.clock.now())) return await goOn(deps, record);
    warnOfSilence(deps, erasure);
    await ask(
      deps,
      await changeSame(deps, record, (known, same) => askedAgain(known, same, deps.clock.now())),
    );
  } catch (error) {
    deps.log.warn('erasure will be swept again', { reason: reasonOf(error) });
  }
}

function warnOfSilence({ log }: ErasureDeps, erasure: Erasure): void {
  const { step, attempts } = erasure;
  if (attempts >= WARN_AFTER)
    log.error('erasure waits', { step, attempts, missing: missing(erasure).join(' ') });
}

/** Takes the next step when this one is over, and tells of it when the erasure is off. */
async function goOn(deps: ErasureDeps, record: CustomerRecord): Promise<void> {
  const { erasure, customerId, dueAt } = record;
  const { clock } = deps;
  if (erasure === undefined || dueAt === undefined) return;
  if (erasure.step === 'lifted') return tellLifted(deps, record, erasure);
  if (!isStepOver(erasure, clock.now())) return;
  // What a request had begun before the mark stood is there now.
  const objection = erasure.step === 'mark' ? await objectionTo(deps, customerId) : undefined;
  const next = await changeSame(deps, record, (known, same) =>
    objection === undefined ? nextStep(known, same, clock.now()) : lift(known, same, objection, clock.now()),
  );
  if (next.erasure?.step === 'lifted') return tellLifted(deps, next, next.erasure);
  await ask(deps, next);
}

/** Does this context's part of the step, and asks the others for theirs. */
async function ask(deps: ErasureDeps, record: CustomerRecord): Promise<void> {
  const { customerId, erasure } = record;
  const step = erasureStepSchema.safeParse(erasure?.step).data;
  if (erasure === undefined || step === undefined) return;
  const { n, at, since } = erasure;
  if (step !== 'mark' && !erasure.answered.includes(OWN_PART))
    await rewriteCustomer(deps, customerId, ({ placedAt, customer }) => (placedAt <= since ? {} : customer));
  const done = { n, step, context: OWN_PART };
  await deps.customers.change(customerId, (known) => heard(known, done, deps.clock.now()));
  const event = newEvent(erasureAsked, {
    ...about(customerId, erasure),
    data: { customerId, n, at, step },
  });
  await publishOrLeave(deps, [event]);
}

async function tellLifted(deps: ErasureDeps, record: CustomerRecord, erasure: Erasure): Promise<void> {
  const { customerId } = record;
  const { n, at, objection = 'unsettled' } = erasure;
  const event = newEvent(erasureLifted, {
    ...about(customerId, erasure),
    data: { customerId, n, at, objection },
  });
  if (await publishOrLeave(deps, [event])) await changeSame(deps, record, lessDue);
}

/** Who it is about is nobody's business where subjects are logged. */
const about = (customerId: string, { n, step, since }: Erasure) => ({
  causeId: `${digest([customerId, String(n)], 26)}/${step}`,
  subject: digest([customerId, String(n)], 26),
  time: since,
});

/** What the topic does not take is published again by the sweep, for the record is due. */
async function publishOrLeave(deps: ErasureDeps, events: Parameters<typeof publish>[1]): Promise<boolean> {
  try {
    await publish(deps.publisher, events);
    return true;
  } catch (error) {
    if (!(error instanceof Unpublished)) throw error;
    deps.log.warn('erasure will be swept again', { reason: error.message });
    return false;
  }
}

/** Changes the record if the erasure is still the same one at the same step. */
const changeSame = (
  { customers }: ErasureDeps,
  { customerId, erasure }: CustomerRecord,
  change: (known: CustomerRecord, same: Erasure) => CustomerRecord,
): Promise<CustomerRecord> =>
  customers.change(customerId, (known) => {
    const same = known.erasure;
    return same !== undefined && same.n === erasure?.n && same.step === erasure.step
      ? change(known, same)
      : known;
  });

async function objectionTo(
  { reservations, loansOf, membershipsOf, clock }: ErasureDeps,
  customerId: string,
): Promise<Objection | undefined> {
  const now = isoTime(clock.now());
  const own = await reservations.list({ customerId, limit: MAX_RESERVATIONS });
  const objection = own.map((one) => objectionIn(one, now)).find((one) => one !== undefined);
  if (objection !== undefined) return objection;
  const [loans, memberships] = await Promise.all([loansOf(customerId), membershipsOf(customerId)]);
  if (loans.some(({ status }) => status === 'lent')) return 'borrowed';
  return memberships.some(({ status }) => status !== 'ended') ? 'member' : undefined;
}
