import { isDeepStrictEqual } from 'node:util';
import type { Standing } from '../../../functions/membership/contract';
import type { Customer } from '../../../functions/membership/domain/customer';
import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import type { Allocation } from '../../../functions/musical/seats/domain/allocation';
import type { Member } from '../../../functions/musical/seats/domain/member';
import { isCounterCustomer } from '../../../functions/reservation/domain/reservation';
import { isoTime } from '../../../shared/kernel/time';
import { calendarDay } from '../../../shared/kernel/zone';
import type { StoredDocument } from '../database';
import { MAX_SKEW_MS } from '../host';
import { MEMBER_PRICE, PRICE_TYPES } from '../house';
import { check } from '../violation';
import { TIME_ZONE } from '../zone';

/** Seats are taken on what was read of the customer so long ago at most (a pause, a replica behind, a few tries). */
const DECISION_AGE_MS = 60_000;

type Known = { readonly since: number; readonly member: Member };

const FOR_MEMBERS: ReadonlySet<string> = new Set(
  [...PRICE_TYPES.filter(({ membersOnly }) => membersOnly === true), MEMBER_PRICE].map(
    (one) => one.priceTypeId,
  ),
);

/** Who may take seats before the others, and at whose prices, by what `musical` knew of the customer at that time. */
export class PresaleAudit {
  private readonly known = new Map<string, readonly Known[]>();

  standingStored(document: StoredDocument, now: number): void {
    const member = document as unknown as Member;
    const before = this.known.get(member.customerId) ?? [];
    const last = before.at(-1)?.member.version ?? 0;
    const { customerId, version } = member;
    check(version >= last, 'standing', customerId, () => `version ${last} is known, and then ${version}`);
    this.known.set(customerId, [...before, { since: now, member }]);
  }

  /** What a host may have read of a customer on which it decided something that is stored now. */
  private readBy(customerId: string, now: number): readonly Standing[] {
    const known = this.known.get(customerId) ?? [];
    const isOfThen = (_: Known, i: number) => (known[i + 1]?.since ?? now) >= now - DECISION_AGE_MS;
    return known.filter(isOfThen).map(({ member }) => member.standing);
  }

  /** Somebody takes seats now. */
  checkTaken(performance: Performance, allocation: Allocation, now: number): void {
    const { id, phase, customerId, terms, lines = [] } = allocation;
    if (isCounterCustomer(customerId) || (phase !== 'hold' && phase !== 'reserved')) return;
    const today = calendarDay(now - DECISION_AGE_MS, TIME_ZONE);
    const good = this.readBy(customerId, now).filter((standing) => hasBenefits(standing, today));
    const mayTake = isOpen(
      performance,
      good.some(({ benefits }) => benefits.presale === true),
      isoTime(now + MAX_SKEW_MS),
    );
    check(
      mayTake,
      'presale',
      id,
      () => `${customerId} took ${allocation.seats} and is no member with presale`,
    );
    const offered = [...(terms?.priceTypes ?? []), ...lines].map(({ priceTypeId }) => priceTypeId);
    const forMembers = offered.find((one) => FOR_MEMBERS.has(one));
    const isMember = good.length > 0;
    check(
      forMembers === undefined || isMember,
      'members-price',
      id,
      () => `${customerId} was offered ${forMembers} and is no member without an overdue bill`,
    );
  }

  /** Nothing is reserved at the price of members that the hold did not offer. */
  checkChosen(before: Allocation, { id, lines = [] }: Allocation): void {
    if (before.phase !== 'hold') return;
    const offered = new Set(before.terms?.priceTypes?.map(({ priceTypeId }) => priceTypeId));
    const other = lines.find(({ priceTypeId }) => FOR_MEMBERS.has(priceTypeId) && !offered.has(priceTypeId));
    check(other === undefined, 'members-price', id, () => `${other?.priceTypeId} was not offered to ${id}`);
  }

  /** At rest `musical` knows what `membership` has said last. */
  checkAtRest(customers: Iterable<Customer>, isErased: (customerId: string) => boolean): void {
    for (const { customerId, version, standing } of customers) {
      if (isErased(customerId)) continue;
      const { member } = this.known.get(customerId)?.at(-1) ?? {};
      const isSame = member?.version === version && isDeepStrictEqual(member.standing, standing);
      check(
        isSame,
        'standing',
        customerId,
        () => `it is ${JSON.stringify(standing)} at ${version}, known is ${JSON.stringify(member)}`,
      );
    }
  }
}

/** A member until the last day, and nobody with an overdue bill. */
const hasBenefits = ({ status, endsOn, overdue }: Standing, today: string): boolean =>
  status !== 'ended' && overdue === 0 && (endsOn === undefined || today <= endsOn);

const isOpen = (
  { presaleOpenAt, salesOpenAt = '' }: Performance,
  hasPresale: boolean,
  latest: string,
): boolean => salesOpenAt <= latest || (hasPresale && presaleOpenAt !== undefined && presaleOpenAt <= latest);
