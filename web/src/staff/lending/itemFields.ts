import type { Item } from '../../api/types';

/** As they are written into the form. */
export type Written = {
  readonly name: string;
  readonly description: string;
  readonly stock: string;
  readonly loanHours: string;
};

export const MOST_STOCK = 100_000;
export const MOST_HOURS = 672;

export const writtenOf = (item: Item | undefined): Written => ({
  name: item?.name ?? '',
  description: item?.description ?? '',
  stock: item === undefined ? '' : String(item.stock),
  loanHours: String(item?.loanHours ?? 6),
});

export const outOf = (item: Item | undefined): number =>
  item === undefined ? 0 : item.stock - item.available;

/** What of it cannot be saved so. */
export function faultsOf({ name, stock, loanHours }: Written): readonly (keyof Written)[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(isWhole(stock, 0, MOST_STOCK) ? [] : (['stock'] as const)),
    ...(isWhole(loanHours, 1, MOST_HOURS) ? [] : (['loanHours'] as const)),
  ];
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

export const bodyOf = ({ name, description, stock, loanHours }: Written) => ({
  name: name.trim(),
  ...(description.trim() === '' ? {} : { description: description.trim() }),
  stock: Number(stock),
  loanHours: Number(loanHours),
});
