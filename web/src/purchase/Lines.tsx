import type { Performance } from '../api/types';
import { seatWords } from '../parts/seatName';
import { language, useOwnTexts } from '../texts';
import { money } from '../texts/format';
import css from './PayPage.module.css';
import { type Bought, linesOf } from './priceLines';

type Props = { readonly performance: Performance | undefined; readonly of: Bought };

/** What is bought, seat by seat, and the sum. */
export function Lines({ performance, of }: Props) {
  const t = useOwnTexts();
  const { amount, bookingFee, currency, seats } = of;
  const lines = linesOf(performance?.sections ?? [], of, language.value);
  return (
    <section aria-label={t.pay.seats}>
      <ul class={css.lines}>
        {lines.map(({ seatId, place, price, priceType }) => (
          <li key={seatId}>
            <span>{seatWords(t.place, seatId, place)}</span>
            <span>{money(price, currency)}</span>
            {place !== undefined && place.tier !== place.section.sectionId && (
              <span class={`${css.tier} soft small`}>{place.tier}</span>
            )}
            {priceType !== undefined && (
              <span class={`${css.tier} soft small`}>
                {priceType.name}
                {priceType.proof !== undefined && ` – ${t.pay.bring(priceType.proof)}`}
              </span>
            )}
          </li>
        ))}
        {bookingFee > 0 && (
          <li>
            <span>{t.pay.bookingFee}</span>
            <span>{money(bookingFee, currency)}</span>
          </li>
        )}
      </ul>
      <p class={css.sum}>
        <span>
          {t.pay.total} <span class="soft small">{t.pay.seatCount(seats.length)}</span>
        </span>
        <span>{money(amount, currency)}</span>
      </p>
    </section>
  );
}
