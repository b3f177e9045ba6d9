import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Item, Loan } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { MoreButton } from '../mine/MoreButton';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { useOwnTexts } from '../texts';
import { count, inLanguage } from '../texts/format';
import { borrow } from './borrow';
import css from './Loans.module.css';
import { itemsQuery, loansQuery } from './queries';

/** What there is to borrow, and how many are there. */
export function Items() {
  const t = useOwnTexts().lending;
  const { api } = useApp();
  const items = useInfiniteQuery(itemsQuery(api));
  const shown = items.data?.pages.flatMap((page) => page.items);
  return (
    <section class={css.part} aria-labelledby="items" aria-busy={items.isLoading}>
      <h2 id="items">{t.items}</h2>
      {items.isError && <ProblemNote error={items.error} onRetry={() => items.refetch()} />}
      <SlowNote of={items} />
      {items.isLoading && <Blank letters={24} />}
      {shown?.length === 0 && <p class="soft">{t.noItems}</p>}
      <ul>
        {shown?.map((item) => (
          <ItemRow key={item.itemId} item={item} />
        ))}
      </ul>
      {items.hasNextPage && <MoreButton onMore={() => items.fetchNextPage()} />}
    </section>
  );
}

function ItemRow({ item }: { readonly item: Item }) {
  const t = useOwnTexts().lending;
  const { name, description, available, loanHours } = item;
  return (
    <li class={css.item}>
      <h3>{inLanguage(name)}</h3>
      <p class="soft small">
        {available > 0 ? t.left(count(available)) : t.allOut} · {t.forHours(loanHours)}
      </p>
      {description !== undefined && <p class="small">{inLanguage(description)}</p>}
      <Borrow item={item} />
    </li>
  );
}

/** More at once is for the counter. */
const MOST = 4;

function Borrow({ item: { itemId, name, available } }: { readonly item: Item }) {
  const t = useOwnTexts().lending;
  const called = inLanguage(name);
  const { borrowing, quantity, choose } = useBorrowing(itemId, available);
  const numbers = Array.from({ length: Math.min(MOST, available) }, (_, index) => index + 1);
  return (
    <div class={css.borrow}>
      {borrowing.isError && <ProblemNote error={borrowing.error} />}
      {available > 0 && (
        <>
          <select
            aria-label={t.howMany(called)}
            value={quantity}
            onChange={(event) => choose(Number(event.currentTarget.value))}
          >
            {numbers.map((number) => (
              <option key={number} value={number}>
                {t.pieces(number)}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button quiet"
            aria-label={`${t.borrow}: ${called}`}
            aria-disabled={borrowing.isPending}
            onClick={() => borrowing.isPending || borrowing.mutate()}
          >
            {borrowing.isPending ? t.borrowing : t.borrow}
          </button>
        </>
      )}
    </div>
  );
}

function useBorrowing(itemId: string, available: number) {
  const t = useOwnTexts().lending;
  const { api } = useApp();
  const queries = useQueryClient();
  const [chosen, choose] = useState(1);
  const quantity = Math.min(chosen, Math.max(1, available));
  const lookAgain = () =>
    Promise.all(
      [itemsQuery(api), loansQuery(api)].map(({ queryKey }) => queries.invalidateQueries({ queryKey })),
    );
  const borrowing = useMutation({
    mutationFn: () => borrow(api, sessionStorage, { itemId, quantity }),
    onSuccess: ({ itemName, status }: Loan) => {
      if (status === 'lent') announce(t.borrowed(inLanguage(itemName)));
      return lookAgain();
    },
    // What went wrong is said at once, not after the lists.
    onError: () => {
      lookAgain();
    },
  });
  return { borrowing, quantity, choose };
}
