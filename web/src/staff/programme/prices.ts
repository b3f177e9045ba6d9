import type { components } from '../../api/schema';
import { minorUnitDigits } from '../../texts/minorUnits';

type Schemas = components['schemas'];
export type PerformanceFields = Schemas['PerformancesPostBody'];
export type PriceTiers = PerformanceFields['priceTiers'];
export type PriceType = NonNullable<PerformanceFields['priceTypes']>[number];

/** A price tier as it is typed. Its price is in whole units of the currency: 170000 won, 12.50 euros. */
export type TierRow = {
  readonly tier: string;
  readonly price: string;
  readonly ko: string;
  readonly en: string;
  readonly colour: string;
};

/** A price type as it is typed. */
export type TypeRow = {
  readonly id: string;
  readonly ko: string;
  readonly en: string;
  readonly off: string;
  readonly by: 'percent' | 'amount';
  readonly proofKo: string;
  readonly proofEn: string;
  /** Names of tiers with commas between; none is all. */
  readonly tiers: string;
  readonly membersOnly: boolean;
};

export const BLANK_TIER: TierRow = { tier: '', price: '', ko: '', en: '', colour: '' };
export const BLANK_TYPE: TypeRow = {
  id: '',
  ko: '',
  en: '',
  off: '',
  by: 'percent',
  proofKo: '',
  proofEn: '',
  tiers: '',
  membersOnly: false,
};

/** Minor units of what is typed; undefined when it is no amount of the currency. */
export function minorUnits(typed: string, currency: string): number | undefined {
  const digits = minorUnitDigits(currency);
  const plain = typed.replaceAll(/[,\s]/g, '');
  const pattern = digits === 0 ? /^\d+$/ : new RegExp(`^\\d+(\\.\\d{1,${digits}})?$`);
  return pattern.test(plain) ? Math.round(Number(plain) * 10 ** digits) : undefined;
}

export function typedAmount(amount: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
}

export const tierRows = (tiers: PriceTiers, currency: string): readonly TierRow[] =>
  Object.entries(tiers).map(([tier, at]) => {
    const { price, name, colour = '' } = typeof at === 'object' ? at : { price: at };
    return { tier, price: typedAmount(price, currency), ko: name?.ko ?? '', en: name?.en ?? '', colour };
  });

/** As the API takes them; undefined when one lacks its name or its price, or when two have one name. */
export function priceTiersOf(rows: readonly TierRow[], currency: string): PriceTiers | undefined {
  const tiers = rows.map(({ tier, price, ko, en, colour }) => ({
    tier: tier.trim(),
    price: minorUnits(price, currency),
    name: { ko: ko.trim() || en.trim(), en: en.trim() || ko.trim() },
    colour,
  }));
  const isWhole = tiers.every(({ tier, price }) => tier !== '' && price !== undefined);
  if (!isWhole || new Set(tiers.map(({ tier }) => tier)).size !== tiers.length) return undefined;
  return Object.fromEntries(
    tiers.map(({ tier, price = 0, name, colour }) => [
      tier,
      { price, ...(name.ko === '' ? {} : { name }), ...(colour === '' ? {} : { colour }) },
    ]),
  );
}

export const typeRows = (types: readonly PriceType[], currency: string): readonly TypeRow[] =>
  types.map((type) => ({
    id: type.priceTypeId,
    ...type.name,
    proofKo: type.proof?.ko ?? '',
    proofEn: type.proof?.en ?? '',
    tiers: (type.tiers ?? []).join(', '),
    membersOnly: type.membersOnly ?? false,
    ...('percentOff' in type
      ? { by: 'percent' as const, off: String(type.percentOff) }
      : { by: 'amount' as const, off: typedAmount(type.amountOff, currency) }),
  }));

/** As the API takes them; undefined when one is not whole. */
export function priceTypesOf(rows: readonly TypeRow[], currency: string): PriceType[] | undefined {
  const types = rows.map((row) => priceTypeOf(row, currency));
  return types.every((type) => type !== undefined) ? types : undefined;
}

function priceTypeOf(
  { id, ko, en, off, by, proofKo, proofEn, tiers, membersOnly }: TypeRow,
  currency: string,
): PriceType | undefined {
  const amount = by === 'percent' ? percentOf(off) : minorUnits(off, currency);
  if (id.trim() === '' || ko.trim() === '' || amount === undefined) return undefined;
  const only = tiers
    .split(',')
    .map((tier) => tier.trim())
    .filter((tier) => tier !== '');
  return {
    priceTypeId: id.trim(),
    name: { ko: ko.trim(), en: en.trim() || ko.trim() },
    ...(only.length > 0 ? { tiers: only } : {}),
    ...(proofKo.trim() === '' ? {} : { proof: { ko: proofKo.trim(), en: proofEn.trim() || proofKo.trim() } }),
    ...(membersOnly ? { membersOnly } : {}),
    ...(by === 'percent' ? { percentOff: amount } : { amountOff: amount }),
  };
}

/** Undefined when what is typed is no percentage. */
export function percentOf(typed: string): number | undefined {
  const percent = Number(typed);
  return typed.trim() !== '' && percent >= 0 && percent <= 100 ? percent : undefined;
}
