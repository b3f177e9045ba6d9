import { useQuery } from '@tanstack/preact-query';
import { performanceQuery } from '../api/queries';
import type { Hold } from '../api/types';
import { useApp } from '../app/context';
import { placeOf, seatWords } from '../parts/seatName';
import { language, useOwnTexts } from '../texts';
import css from './PayPage.module.css';
import { offeredFor, type PriceTypesChosen, STANDARD } from './priceTypes';

type Props = {
  readonly hold: Hold;
  readonly value: PriceTypesChosen;
  readonly onChange: (next: PriceTypesChosen) => void;
};

/** Who pays which price, seat by seat. Nothing is shown where there is nothing to choose. */
export function PriceTypes({ hold, value, onChange }: Props) {
  const texts = useOwnTexts();
  const { api } = useApp();
  const { data } = useQuery(performanceQuery(api, hold.performanceId));
  const choosable = hold.lines.filter(({ tier }) => offeredFor(tier, hold.priceTypes).length > 0);
  if (choosable.length === 0) return null;
  const choose = (seatId: string, priceTypeId: string) => {
    const { [seatId]: _before, ...others } = value;
    onChange(priceTypeId === STANDARD ? others : { ...others, [seatId]: priceTypeId });
  };
  return (
    <fieldset class={css.priceTypes}>
      <legend>{texts.pay.priceTypes}</legend>
      {choosable.map(({ seatId, tier }) => (
        <label key={seatId}>
          <span>{seatWords(texts.place, seatId, placeOf(data?.sections ?? [], seatId))}</span>
          <select
            value={value[seatId] ?? STANDARD}
            onChange={(event) => choose(seatId, event.currentTarget.value)}
          >
            <option value={STANDARD}>{texts.pay.standardPrice}</option>
            {offeredFor(tier, hold.priceTypes).map(({ priceTypeId, name }) => (
              <option key={priceTypeId} value={priceTypeId}>
                {name[language.value]}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
