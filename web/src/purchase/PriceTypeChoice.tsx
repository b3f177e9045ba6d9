import type { Hold } from '../api/types';
import { language, useOwnTexts } from '../texts';
import css from './PayPage.module.css';
import { offeredFor, type PriceTypesChosen, STANDARD } from './priceTypes';

type Props = {
  readonly hold: Hold;
  readonly seatId: string;
  /** The seat in words. */
  readonly seat: string;
  readonly value: PriceTypesChosen;
  readonly onChange: (next: PriceTypesChosen) => void;
};

/** Who pays which price for a seat. Nothing is shown where there is nothing to choose. */
export function PriceTypeChoice({ hold, seatId, seat, value, onChange }: Props) {
  const t = useOwnTexts().pay;
  const { tier = '' } = hold.lines.find((line) => line.seatId === seatId) ?? {};
  const offered = offeredFor(tier, hold.priceTypes);
  if (offered.length === 0) return null;
  const choose = (priceTypeId: string) => {
    const { [seatId]: _before, ...others } = value;
    onChange(priceTypeId === STANDARD ? others : { ...others, [seatId]: priceTypeId });
  };
  return (
    <select
      class={css.priceType}
      aria-label={t.priceTypeOf(seat)}
      value={value[seatId] ?? STANDARD}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value={STANDARD}>{t.standardPrice}</option>
      {offered.map(({ priceTypeId, name }) => (
        <option key={priceTypeId} value={priceTypeId}>
          {name[language.value]}
        </option>
      ))}
    </select>
  );
}
