import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { calendarDay } from '../../../../shared/kernel/zone';
import type { MusicalDeps } from '../../deps';
import { type Buyer, buyerOf, isNews, type Member } from '../domain/member';

type Deps = Pick<MusicalDeps, 'sleep' | 'random' | 'members'>;

/** Hears what became of a customer's membership or bills. Each event says all of it, and the newest version stays. */
export async function hearStanding(deps: Deps, { data }: { readonly data: Member }): Promise<void> {
  const { customerId, version, standing } = data;
  const next = { customerId, version, standing };
  await untilCommitted(deps, `standing of a member, version ${version}`, async () => {
    const known = await deps.members.read(customerId);
    return isNews(next, known?.value) ? deps.members.write(next, known) : 'known';
  });
}

/** As whom this customer buys at this moment, as far as it was heard. */
export async function readBuyer(
  { members, clock, timeZone }: Pick<MusicalDeps, 'members' | 'clock' | 'timeZone'>,
  customerId: string,
): Promise<Buyer> {
  const member = await members.read(customerId);
  return buyerOf(member?.value, calendarDay(clock.now(), timeZone));
}
