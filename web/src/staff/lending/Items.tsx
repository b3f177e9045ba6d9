import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Item } from '../../api/types';
import { useApp } from '../../app/context';
import { itemsQuery } from '../../lending/queries';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { inLanguage } from '../../texts/format';
import { useMay } from '../app/roles';
import { ScrollTable } from '../house/ScrollTable';
import { StaffProblem } from '../parts/StaffProblem';
import { ItemForm } from './ItemForm';
import { RemoveItem } from './RemoveItem';
import { useLendingTexts } from './texts';

/** What is done to an item. */
type Doing = { readonly kind: 'make' } | { readonly kind: 'change' | 'remove'; readonly item: Item };

/** What there is to lend and how many. An admin makes, changes and removes. */
export function Items() {
  const t = useLendingTexts();
  const { api } = useApp();
  const [doing, setDoing] = useState<Doing>();
  const isAdmin = useMay('admin');
  const items = useInfiniteQuery(itemsQuery(api));
  const all = items.data?.pages.flatMap((page) => page.items);
  return (
    <div class="part" aria-busy={items.isLoading}>
      <div class="bar">
        <h2>{t.items.title}</h2>
        {isAdmin && (
          <button type="button" class="button" onClick={() => setDoing({ kind: 'make' })}>
            {t.items.make}
          </button>
        )}
      </div>
      {items.isError && <StaffProblem error={items.error} onRetry={() => items.refetch()} />}
      <SlowNote of={items} />
      {items.isLoading && <Blank letters={40} />}
      {all?.length === 0 && <p class="soft">{t.items.none}</p>}
      {all !== undefined && all.length > 0 && <ItemTable items={all} onDo={isAdmin ? setDoing : undefined} />}
      {items.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => items.fetchNextPage()}>
          {t.out.more}
        </button>
      )}
      <Desk doing={doing} onClose={() => setDoing(undefined)} />
    </div>
  );
}

function Desk({ doing, onClose }: { readonly doing: Doing | undefined; readonly onClose: () => void }) {
  if (doing === undefined) return null;
  if (doing.kind === 'remove') return <RemoveItem item={doing.item} onClose={onClose} />;
  return <ItemForm item={doing.kind === 'change' ? doing.item : undefined} onClose={onClose} />;
}

type TableProps = {
  readonly items: readonly Item[];
  readonly onDo: ((doing: Doing) => void) | undefined;
};

function ItemTable({ items, onDo }: TableProps) {
  const t = useLendingTexts().items;
  return (
    <ScrollTable label={t.title}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          {[t.stock, t.out, t.available, t.hours].map((head) => (
            <th key={head} scope="col" class="number">
              {head}
            </th>
          ))}
          {onDo && (
            <th scope="col">
              <span class="unseen">{t.change}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.itemId}>
            <th scope="row">
              {inLanguage(item.name)}
              {item.description !== undefined && <span class="soft"> {inLanguage(item.description)}</span>}
            </th>
            <td class="number">{item.stock}</td>
            <td class="number">{item.stock - item.available}</td>
            <td class="number">{item.available}</td>
            <td class="number">{t.forHours(item.loanHours)}</td>
            {onDo && (
              <td>
                <Doings item={item} onDo={onDo} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Doings({ item, onDo }: { readonly item: Item; readonly onDo: (doing: Doing) => void }) {
  const t = useLendingTexts().items;
  const name = inLanguage(item.name);
  return (
    <div class="actions">
      <button
        type="button"
        class="button quiet"
        aria-label={t.changeOf(name)}
        onClick={() => onDo({ kind: 'change', item })}
      >
        {t.change}
      </button>
      <button
        type="button"
        class="button danger"
        aria-label={t.removeOf(name)}
        onClick={() => onDo({ kind: 'remove', item })}
      >
        {t.remove}
      </button>
    </div>
  );
}
