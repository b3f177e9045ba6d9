import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { answered, done } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { Item } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { itemsQuery } from '../../lending/queries';
import { inLanguage } from '../../texts/format';
import { bodyOf, type Written } from './itemFields';
import { useLendingTexts } from './texts';

/** An item and the version that was read. */
type Read = { readonly item: Item; readonly etag: string };

/**
 * Makes an item or changes one. Every loan of it is a new version, so the newest is read first: what stands against saving
 * is only that its fields are other than those that were shown. Then `now` says how it is, and saving again goes over that.
 */
export function useSaving(shown: Item | undefined, onSaved: () => void) {
  const t = useLendingTexts().form;
  const { api } = useApp();
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [now, setNow] = useState<Item>();
  const known = now ?? shown;
  const read = async (itemId: string): Promise<Read> => {
    const { data, response } = await done(
      api.GET('/items/{itemId}', { params: { path: { itemId } }, cache: 'no-store' }),
    );
    return { item: data as Item, etag: response.headers.get('ETag') ?? '' };
  };
  const saving = useMutation({
    mutationFn: async (written: Written): Promise<Item | undefined> => {
      const body = bodyOf(written);
      if (known === undefined)
        return answered(api.POST('/items', { params: { header: { 'Idempotency-Key': key.current } }, body }));
      const { item, etag } = await read(known.itemId);
      if (!isAsShown(item, known)) {
        setNow(item);
        return undefined;
      }
      const path = { itemId: known.itemId };
      return answered(api.PUT('/items/{itemId}', { params: { path, header: { 'If-Match': etag } }, body }));
    },
    // Somebody was between our reading and our writing: the next try reads again.
    retry: (failures, error) => asProblem(error).code === 'stale' && failures < 2,
    onSuccess: (saved) => {
      if (saved === undefined) return;
      announce(t.saved(inLanguage(saved.name)));
      onSaved();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: itemsQuery(api).queryKey }),
  });
  return { saving, now };
}

const isAsShown = (item: Item, shown: Item): boolean =>
  (['name', 'description', 'stock', 'loanHours'] as const).every((field) => item[field] === shown[field]);
