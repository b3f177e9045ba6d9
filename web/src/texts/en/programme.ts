import type { Texts } from '../index';
import { plural } from '../plural';

export default {
  title: 'On stage',
  lead: (shows: number, areMore: boolean) =>
    `${plural(shows, 'One musical', `${shows} musicals`)}${areMore ? ' and more' : ''}`,
  search: 'Find a show',
  searchHint: 'Search by title',
  found: (shows: number, query: string) => `${plural(shows, '1 show', `${shows} shows`)} for “${query}”`,
  nothingFound: (query: string) => `No show matches “${query}”.`,
  nothingFoundDo: 'Try a part of the title, or see all shows.',
  showAll: 'See all shows',
  empty: 'There are no shows at the moment.',
  emptyDo: 'The next season will be announced here.',
  more: 'More shows',
  onSale: 'On sale',
  opens: (when: string) => `On sale from ${when}`,
  presale: (until: string) => `For members now, for all from ${until}`,
  presaleOpens: (when: string) => `for members from ${when}`,
  closed: 'Sales have closed',
  cancelled: 'Cancelled',
  noDates: 'Dates to be announced',
} satisfies Texts['programme'];
