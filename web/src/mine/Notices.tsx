import { useInfiniteQuery } from '@tanstack/preact-query';
import { noticesQuery } from '../api/ownQueries';
import type { Notice } from '../api/types';
import { useApp } from '../app/context';
import { pathTo, routes } from '../app/routes';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts } from '../texts';
import { dayAndTime, languageOf } from '../texts/format';
import { MoreButton } from './MoreButton';
import css from './MyPage.module.css';

const OF_MEMBER: readonly Notice['kind'][] = [
  'joined',
  'left',
  'bill-issued',
  'bill-paid',
  'bill-paid-back',
  'bill-overdue',
];

/** What a customer was told, the newest first; the words are those of the mail. */
export function Notices() {
  const texts = useOwnTexts();
  const t = texts.mine;
  const { api, config } = useApp();
  const notices = useInfiniteQuery(noticesQuery(api));
  const items = notices.data?.pages.flatMap((page) => page.items);
  return (
    <section class={css.notices} aria-labelledby="notices" aria-busy={notices.isPending}>
      <h2 id="notices">{t.notices}</h2>
      {notices.isError && <ProblemNote error={notices.error} onRetry={() => notices.refetch()} />}
      {notices.isPending && <Blank letters={24} />}
      {items?.length === 0 && <p class="soft">{t.noNotices}</p>}
      <ul>
        {items?.map(({ noticeId, subject, body, createdAt, reservationId, kind }) => (
          <li key={noticeId} class={css.notice}>
            <details>
              <summary lang={languageOf(subject)}>{subject}</summary>
              <p lang={languageOf(body)}>{body}</p>
              {reservationId !== undefined && (
                <a class="small" href={pathTo.reservation(reservationId)}>
                  {t.toReservation}
                </a>
              )}
              {OF_MEMBER.includes(kind) && (
                <a class="small" href={routes.membership}>
                  {texts.membership.toMembership}
                </a>
              )}
            </details>
            <time class="soft small" dateTime={createdAt}>
              {dayAndTime(createdAt, config.timeZone)}
            </time>
          </li>
        ))}
      </ul>
      {notices.hasNextPage && <MoreButton onMore={() => notices.fetchNextPage()} />}
    </section>
  );
}
