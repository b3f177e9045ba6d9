import type { TierLeft } from '../musical/leftByTier';
import { useTexts } from '../texts';
import { money } from '../texts/format';
import css from './Seats.module.css';
import { tierColour } from './tierColour';

type Props = {
  /** The dearest first. */
  readonly tiers: readonly TierLeft[];
  readonly currency: string;
  readonly value: string | undefined;
  readonly onChange: (tier: string | undefined) => void;
};

/** What the colours cost. One of them pressed, the map fades the others and the list leaves them out. */
export function Tiers({ tiers, currency, value, onChange }: Props) {
  const t = useTexts().seats;
  return (
    <ul class={css.tiers} aria-label={t.tiers}>
      {tiers.map(({ tier, price }, index) => (
        <li key={tier}>
          <button
            type="button"
            aria-pressed={tier === value}
            onClick={() => onChange(tier === value ? undefined : tier)}
          >
            <i style={{ background: tierColour(index + 1) }} />
            {tier} {money(price, currency)}
          </button>
        </li>
      ))}
    </ul>
  );
}
