import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { itemsQuery } from '../../lending/queries';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { dayAndTime, inLanguage } from '../../texts/format';
import { staffPath } from '../app/paths';
import { ScrollTable } from '../house/ScrollTable';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { type OutLoan, outQuery } from './outQuery';
import { useLendingTexts } from './texts';

/** Others lend and take back meanwhile. */
const LOOK_AGAIN_MS = 10_000;

/** What is out, what has to be back first before the others. */
export function Out() {
  const t = useLendingTexts().out;
  const { api } = useApp();
  const [words, setWords] = useState('');
  const out = useInfiniteQuery({ ...outQuery(api), refetchInterval: LOOK_AGAIN_MS });
  const all = out.data?.pages.flatMap((page) => page.items);
  const found = all?.filter((loan) => isLike(loan, words)) ?? [];
  return (
    <div class="part" aria-busy={out.isLoading}>
      <div class="bar">
        <h2>{t.title}</h2>
        <Field label={t.find} type="search" value={words} onChange={setWords} />
      </div>
      {out.isError && <StaffProblem error={out.error} onRetry={() => out.refetch()} />}
      <SlowNote of={out} />
      {out.isLoading && <Blank letters={40} />}
      {all?.length === 0 && <p class="soft">{t.none}</p>}
      {all !== undefined && all.length > 0 && found.length === 0 && <p class="soft">{t.notFound}</p>}
      {found.length > 0 && <OutTable loans={found} />}
      {out.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => out.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </div>
  );
}

const isLike = ({ itemName, customerId }: OutLoan, words: string): boolean =>
  `${itemName} ${customerId}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());

function OutTable({ loans }: { readonly loans: readonly OutLoan[] }) {
  const t = useLendingTexts().out;
  return (
    <ScrollTable label={t.title}>
      <thead>
        <tr>
          <th scope="col">{t.item}</th>
          <th scope="col" class="number">
            {t.quantity}
          </th>
          <th scope="col">{t.customer}</th>
          <th scope="col">{t.lentAt}</th>
          <th scope="col">{t.returnBy}</th>
          <th scope="col">
            <span class="unseen">{t.takeBack}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {loans.map((loan) => (
          <OutRow key={loan.loanId} loan={loan} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function OutRow({ loan }: { readonly loan: OutLoan }) {
  const t = useLendingTexts().out;
  const { config } = useApp();
  const { itemName, quantity, customerId, lentAt = '', returnBy = '', overdue } = loan;
  const when = (instant: string) => (instant === '' ? '' : dayAndTime(instant, config.timeZone));
  return (
    <tr>
      <th scope="row">{inLanguage(itemName)}</th>
      <td class="number">{quantity}</td>
      <td class="code">
        <a href={staffPath.member(customerId)}>{customerId}</a>
      </td>
      <td class="nowrap">{when(lentAt)}</td>
      <td class="nowrap">
        {when(returnBy)}{' '}
        {overdue && (
          <span class="state" data-tone="bad">
            {t.overdue}
          </span>
        )}
      </td>
      <td>
        <TakeBack loan={loan} />
      </td>
    </tr>
  );
}

/** Pressed twice it is back once: the API says so too. */
function TakeBack({ loan: { loanId, itemName, customerId } }: { readonly loan: OutLoan }) {
  const t = useLendingTexts().out;
  const { api } = useApp();
  const queries = useQueryClient();
  const returning = useMutation({
    mutationFn: () => answered(api.POST('/loans/{loanId}/return', { params: { path: { loanId } } })),
    onSuccess: () => {
      announce(t.takenBack(inLanguage(itemName)));
      for (const { queryKey } of [outQuery(api), itemsQuery(api)]) queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-label={t.takeBackOf(inLanguage(itemName), customerId)}
        aria-disabled={returning.isPending}
        onClick={() => returning.isPending || returning.mutate()}
      >
        {t.takeBack}
      </button>
      {returning.isError && <StaffProblem error={returning.error} />}
    </>
  );
}
