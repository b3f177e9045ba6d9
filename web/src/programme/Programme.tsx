import { useInfiniteQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { musicalsQuery } from '../api/queries';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { routes } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { OfflineNote } from '../offline/OfflineNote';
import { useLastKnown } from '../offline/useLastKnown';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { useTexts } from '../texts';
import css from './Programme.module.css';
import { BlankShow, Show } from './Show';

const TYPING_PAUSE_MS = 300;

/** What is on: posters, found by title. The search is in the address, so that it can be sent and gone back to. */
export default function Programme() {
  const t = useTexts().programme;
  const { api } = useApp();
  const { query, route } = useLocation();
  const searched = (query.q ?? '').trim();
  const shows = useInfiniteQuery(musicalsQuery(api, searched));
  const shown = useLastKnown(`musicals ${searched}`, shows);
  const items = shown.data?.pages.flatMap((page) => page.items);
  useTitle(t.title);
  useEffect(() => {
    if (searched !== '' && items !== undefined) announce(t.found(items.length, searched));
  }, [searched, items?.length, t]);
  return (
    <>
      <div class={css.head}>
        <div>
          <h1 tabIndex={-1}>{t.title}</h1>
          {items !== undefined && items.length > 0 && (
            <p class="soft">
              {searched === '' ? t.lead(items.length, shows.hasNextPage) : t.found(items.length, searched)}
            </p>
          )}
        </div>
        <Search
          value={searched}
          onSearch={(text) => route(text === '' ? routes.programme : `/?q=${encodeURIComponent(text)}`, true)}
        />
      </div>
      <div class={css.notes}>
        {shows.isError && <ProblemNote error={shows.error} onRetry={() => shows.refetch()} />}
        <SlowNote of={shows} />
        <OfflineNote of={shown} />
      </div>
      {items?.length === 0 && <Nothing searched={searched} />}
      <ul class={css.shows} aria-busy={shown.isLoading}>
        {shown.isLoading && [1, 2, 3, 4].map((place) => <BlankShow key={place} />)}
        {items?.map((musical) => (
          <Show key={musical.musicalId} musical={musical} />
        ))}
      </ul>
      {shows.hasNextPage && (
        <p class={css.more}>
          <button type="button" class="button quiet" onClick={() => shows.fetchNextPage()}>
            {t.more}
          </button>
        </p>
      )}
    </>
  );
}

function Search(props: { readonly value: string; readonly onSearch: (text: string) => void }) {
  const t = useTexts().programme;
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  useEffect(() => {
    if (text.trim() === props.value) return;
    const timer = setTimeout(() => props.onSearch(text.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <search>
      <form
        class={css.search}
        onSubmit={(event) => {
          event.preventDefault();
          props.onSearch(text.trim());
        }}
      >
        <label for="search">{t.search}</label>
        <input
          id="search"
          type="search"
          value={text}
          maxLength={100}
          autocomplete="off"
          placeholder={t.searchHint}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}

function Nothing({ searched }: { readonly searched: string }) {
  const t = useTexts().programme;
  if (searched === '')
    return (
      <>
        <p>{t.empty}</p>
        <p class="soft">{t.emptyDo}</p>
      </>
    );
  return (
    <>
      <p>{t.nothingFound(searched)}</p>
      <p class="soft">{t.nothingFoundDo}</p>
      <p>
        <a href={routes.programme}>{t.showAll}</a>
      </p>
    </>
  );
}
