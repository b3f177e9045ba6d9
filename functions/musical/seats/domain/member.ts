import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { type Standing, standingSchema } from '../../../membership/contract';
import { isInPresale, type Performance } from '../../catalogue/domain/performance';
import type { PriceType } from '../../catalogue/domain/prices';
import type { SeatRefusal } from './allocation';
import { MEMBER_PRICE, type PriceTypesAsked, STANDARD_PRICE } from './saleLine';

/** What is known here of a customer as a member. It is as `membership` has said it last. */
export const memberSchema = z.object({
  customerId: z.string(),
  version: z.int(),
  standing: standingSchema,
});
export type Member = Immutable<z.infer<typeof memberSchema>>;

/** News may come in any order and more than once. What is older than what is known says nothing new. */
export const isNews = (next: Member, known: Member | undefined): boolean =>
  known === undefined || next.version > known.version;

/** Nothing is left of it but its version, so that what comes late from before it stays old. */
export const forgotten = (member: Member): Member => ({
  ...member,
  standing: { status: 'ended', benefits: {}, overdue: 0 },
});

/** As whom somebody buys. A member with an overdue bill is one without benefits. At the counter staff look at the member's card. */
export type Buyer =
  | { readonly kind: 'anybody' | 'overdue' | 'counter' }
  | { readonly kind: 'member'; readonly benefits: Standing['benefits'] };

export const ANYBODY: Buyer = { kind: 'anybody' };

/** `today` is by the theatre's calendar, as is the last day of a membership. */
export function buyerOf(member: Member | undefined, today: string): Buyer {
  if (member === undefined) return ANYBODY;
  const { status, endsOn, benefits, overdue } = member.standing;
  if (status === 'ended' || (endsOn !== undefined && today > endsOn)) return ANYBODY;
  return overdue > 0 ? { kind: 'overdue' } : { kind: 'member', benefits };
}

const WHO: Readonly<Record<Buyer['kind'], string>> = {
  anybody: 'You are no member.',
  overdue: 'A bill of your membership is overdue. Once it is paid you may hold seats.',
  member: 'Your membership is without presale.',
  counter: '',
};

/** Why this buyer takes no seats as long as members alone may. */
export function whyNotInPresale(
  performance: Pick<Performance, 'salesOpenAt' | 'presaleOpenAt'>,
  buyer: Buyer,
  now: string,
): SeatRefusal | undefined {
  if (!isInPresale(performance, now) || buyer.kind === 'counter') return undefined;
  if (buyer.kind === 'member' && buyer.benefits.presale === true) return undefined;
  const detail = `Until ${performance.salesOpenAt} seats are for members with presale. ${WHO[buyer.kind]}`;
  return { code: 'members-only', detail };
}

/** The price types that this buyer may choose from. Undefined when there is the standard price alone. */
export function offeredTo(
  { priceTypes = [] }: Pick<Performance, 'priceTypes'>,
  buyer: Buyer,
): readonly PriceType[] | undefined {
  const isForMembers = buyer.kind === 'member' || buyer.kind === 'counter';
  const offered = priceTypes.filter(({ membersOnly }) => isForMembers || membersOnly !== true);
  const all = [...offered, ...ownPriceOf(buyer)];
  return all.length === 0 ? undefined : all;
}

/** What the plan of a member takes off. */
function ownPriceOf(buyer: Buyer): PriceType[] {
  const { percentOff = 0 } = buyer.kind === 'member' ? buyer.benefits : {};
  if (percentOff === 0) return [];
  const name = { ko: '회원', en: 'Member' };
  return [{ priceTypeId: MEMBER_PRICE, name, membersOnly: true, percentOff }];
}

/** Refuses what is for members and not among what this buyer is offered. */
export function whyForMembers(
  { priceTypes = [] }: Pick<Performance, 'priceTypes'>,
  offered: readonly PriceType[] = [],
  asked: PriceTypesAsked = {},
): SeatRefusal | undefined {
  const isOffered = (id: string) => id === STANDARD_PRICE || offered.some((one) => one.priceTypeId === id);
  const isForMembers = (id: string) =>
    id === MEMBER_PRICE || priceTypes.some((one) => one.priceTypeId === id && one.membersOnly === true);
  for (const [key, value] of Object.entries(asked)) {
    const id = typeof value === 'string' ? value : key;
    if (isOffered(id) || !isForMembers(id)) continue;
    const detail = `The price type ${id} is for members who have it and no overdue bill.`;
    return { code: 'members-only', detail, pointer: `/priceTypes/${key}` };
  }
  return undefined;
}
