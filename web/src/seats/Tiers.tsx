import { colourOf, tierName } from '../api/prices';
import type { SeatMap } from '../api/types';
import { leftByTier } from '../musical/leftByTier';
import { useTexts } from '../texts';
import { money } from '../texts/format';
import css from './Seats.module.css';
import { readable, tierToken } from './tierColour';

type Props = {
  readonly map: Pick<SeatMap, 'sections' | 'priceTiers' | 'currency'>;
  readonly value: string | undefined;
  readonly onChange: (tier: string | undefined) => void;
};

/** What the colours cost, the dearest first. One of them pressed, the map fades the others and the list leaves them out. */
export function Tiers({ map, value, onChange }: Props) {
  const t = useTexts().seats;
  return (
    <ul class={css.tiers} aria-label={t.tiers}>
      {leftByTier(map).map(({ tier, price }, index) => (
        <li key={tier}>
          <button
            type="button"
            aria-pressed={tier === value}
            onClick={() => onChange(tier === value ? undefined : tier)}
          >
            <i style={signOf(colourOf(map.priceTiers, tier), index + 1)} />
            {tierName(map.priceTiers, tier)} {money(price, map.currency)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The style sheet takes what is of the theme. */
const signOf = (colour: string | undefined, tier: number) =>
  colour === undefined
    ? { background: `var(${tierToken(tier)})` }
    : { '--light': readable(colour, false), '--dark': readable(colour, true) };
