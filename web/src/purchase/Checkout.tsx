import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { performanceQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import { useApp } from '../app/context';
import { Blank, BlankTitle } from '../parts/Blank';
import { Moved } from '../parts/Moved';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote, type Waiting } from '../parts/SlowNote';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import { FeeTable } from './FeeTable';
import { Lines, type OfLine } from './Lines';
import css from './PayPage.module.css';
import type { Bought } from './priceLines';

/** What is bought: of a hold, which knows no more than its seats, the performance says the rest. */
export type Purchase = Bought & {
  readonly performanceId: string;
  readonly title?: string | undefined;
  readonly startsAt?: string | undefined;
  readonly venue?: { readonly name: string; readonly timeZone: string } | undefined;
  readonly placedAt?: string | undefined;
  /** How it was moved since the seats were taken. */
  readonly moves?: readonly { readonly from: WhenAndWhere }[] | undefined;
};
type WhenAndWhere = {
  readonly startsAt: string;
  readonly venue: { readonly name: string; readonly timeZone: string };
};

/** Whether the cancellation fees are on the page. */
export type TermsShown = 'shown' | 'loading' | 'missing';

type Props = {
  readonly of: Purchase;
  readonly clock: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly ofLine?: OfLine;
  /** The form below; nobody pays before the cancellation fees are shown. */
  readonly form: (terms: TermsShown) => ComponentChildren;
};

/** The one page to pay: what, the time left, what it costs, what cancelling costs, and the form with the one button. */
export function Checkout({ of, clock, note, ofLine, form }: Props) {
  const { api } = useApp();
  const performance = useQuery(performanceQuery(api, of.performanceId));
  const { title, startsAt, venue } = { ...performance.data, ...of };
  const before = of.moves?.[0]?.from;
  const policy = performance.data?.cancellationPolicy;
  return (
    <div class={css.page}>
      <div class={css.head}>
        <h1 tabIndex={-1}>{title === undefined ? <BlankTitle /> : inLanguage(title)}</h1>
        <When startsAt={startsAt} venue={venue} before={before} />
        {note}
      </div>
      <div class={css.clock}>{clock}</div>
      <div class={css.what}>
        <Lines performance={performance.data} of={of} ofLine={ofLine} />
        {performance.isError && (
          <ProblemNote error={performance.error} onRetry={() => performance.refetch()} />
        )}
        {policy !== undefined && startsAt !== undefined && (
          <FeeTable
            bookingFee={of.bookingFee}
            currency={of.currency}
            nowMs={serverNow()}
            terms={{
              policy,
              prices: of.lines.map(({ price }) => price),
              placedAt: of.placedAt ?? new Date(serverNow()).toISOString(),
              startsAt,
              timeZone: venue?.timeZone ?? 'UTC',
              isMoved: before !== undefined,
            }}
          />
        )}
      </div>
      {form(policy !== undefined ? 'shown' : performance.isPending ? 'loading' : 'missing')}
    </div>
  );
}

type WhenProps = Pick<Purchase, 'startsAt' | 'venue'> & { readonly before: WhenAndWhere | undefined };

/** When and where, and what it was before it was moved. */
function When({ startsAt, venue, before }: WhenProps) {
  const t = useOwnTexts().reservation;
  if (startsAt === undefined || venue === undefined)
    return (
      <p class="soft">
        <Blank letters={24} />
      </p>
    );
  return (
    <>
      <p class="soft">
        <Moved from={before && whenAndWhere(before)} now={whenAndWhere({ startsAt, venue })} />
      </p>
      {before !== undefined && (
        <p class={css.note} role="status">
          {t.moved}
        </p>
      )}
    </>
  );
}

const whenAndWhere = ({ startsAt, venue }: WhenAndWhere): string =>
  `${dayAndTime(startsAt, venue.timeZone)} · ${inLanguage(venue.name)}`;

export function BlankCheckout({ title, waiting }: { readonly title: string; readonly waiting: Waiting }) {
  const t = useOwnTexts().app;
  return (
    <div class={css.page} aria-busy="true">
      <div class={css.head}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <span class="unseen">{t.loading}</span>
          <Blank letters={24} />
        </p>
        <SlowNote of={waiting} />
      </div>
      <div class={css.what}>
        <ul class={css.lines}>
          {[1, 2, 3].map((line) => (
            <li key={line}>
              <Blank letters={18} />
              <Blank letters={8} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
