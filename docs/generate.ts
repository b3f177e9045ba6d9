import { writeFileSync } from 'node:fs';
import { admissionEvents } from '../functions/admission/contract';
import { admissionReactions } from '../functions/admission/triggers/events';
import { lendingEvents } from '../functions/lending/contract';
import { lendingReactions } from '../functions/lending/triggers/events';
import { membershipEvents } from '../functions/membership/contract';
import { membershipReactions } from '../functions/membership/triggers/events';
import { musicalEvents } from '../functions/musical/contract';
import { musicalReactions } from '../functions/musical/seats/triggers/events';
import { mypageReactions } from '../functions/mypage/triggers/events';
import { notificationReactions } from '../functions/notification/triggers/events';
import { problems } from '../functions/problems';
import { erasureEvents, paymentNoticed, reservationEvents } from '../functions/reservation/contract';
import { reservationReactions } from '../functions/reservation/triggers/events';
import { PROBLEMS } from '../local/marquee/gateway/problem';
import type { EventContract } from '../shared/messaging/envelope';
import type { EventReaction } from '../shared/messaging/eventHandler';
import subscriptions from '../shared/subscriptions.json';
import { eventsPage, type Reactions } from './eventsPage';
import { problemsPage } from './problemsPage';

const useCases = (reactions: readonly EventReaction<never>[]): Record<string, string> =>
  Object.fromEntries(reactions.map(({ contract, react }) => [contract.type, react.name]));

/** The whole of the events, from the code that publishes and reacts. */
export const events = {
  contracts: [
    ...reservationEvents,
    paymentNoticed,
    ...musicalEvents,
    ...admissionEvents,
    ...lendingEvents,
    ...membershipEvents,
    ...erasureEvents,
  ] as readonly EventContract[],
  subscriptions,
  reactions: {
    musical: useCases(musicalReactions),
    reservation: useCases(reservationReactions),
    notification: useCases(notificationReactions),
    mypage: useCases(mypageReactions),
    admission: useCases(admissionReactions),
    lending: useCases(lendingReactions),
    membership: useCases(membershipReactions),
  } satisfies Reactions,
};

/** Path → text of every generated page. Tests hold the files equal to it. */
export const pages = (): Readonly<Record<string, string>> => ({
  'docs/problems.md': problemsPage(problems, PROBLEMS),
  'docs/events.md': eventsPage(events.contracts, events.subscriptions, events.reactions),
});

if (require.main === module) {
  for (const [path, text] of Object.entries(pages())) {
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
