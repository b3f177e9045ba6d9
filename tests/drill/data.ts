import { CosmosClient } from '@azure/cosmos';
import { AzureKeyCredential, EventGridPublisherClient } from '@azure/eventgrid';
import { ServiceBusClient } from '@azure/service-bus';
import { eventually, newPerformance, seatMap, type Theatre, untilStatus } from '../marquee';
import type { Incident } from './incident';
import { buy, expect, openLog, untilHealth, untilNonePending, untilPending, untilWell } from './watchful';

/** What is wrong with what was stored, sent or asked for. */

export const unreadableEvent: Incident = {
  name: 'an event nobody can read',
  async run(theatre) {
    const log = openLog(theatre);
    await publish(theatre, { id: 'drill-unknown', type: 'SeatsPainted' });
    await sendTo(theatre, 'reservation', {
      id: 'drill-odd',
      type: 'SeatsHeld',
      data: { reservationId: 'r-drill', customer: { email: 'kim@example.com' } },
    });
    await untilHealth(theatre, ({ status, progress }) => status === 'degraded' && progress.deadLetters === 2);
    await log.line('event could not be handled', 'WARN');
    const unknown = await untilPending(theatre, 'dead-letter', ({ id }) => id === 'unclaimed:drill-unknown');
    expect(unknown.reason.includes('SeatsPainted'), 'the reason names the type');
    const odd = await untilPending(theatre, 'dead-letter', ({ id }) => id === 'reservation:drill-odd');
    expect(odd.reservationId === 'r-drill', 'it is linked to its reservation');
    const { body } = await theatre.admin.get(`/admin/pending/dead-letter/${odd.id}`);
    expect(body.body.message.data.reservationId === 'r-drill', 'its body is shown');
    expect(!JSON.stringify(body).includes('kim@'), 'its personal data is not');
    for (const { id } of [unknown, odd])
      await theatre.admin.post(`/admin/pending/dead-letter/${id}/discard`, { reason: 'a drill of ours' });
    await untilNonePending(theatre, 'dead-letter');
    const audit = await log.line('pending item handled as asked');
    expect(
      audit.includes('"caller":"house"') && audit.includes('a drill of ours'),
      'who and why is in the audit',
    );
    await untilWell(theatre);
    return 'health: deadLetters; pending: dead-letter with its reason, discarded with a reason';
  },
};

export const corruptedMap: Incident = {
  name: 'a corrupted map',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person('map');
    await buy(theatre, buyer, performanceId, 'A-1-1');
    const shown = () => seatMap(theatre, performanceId);
    await eventually(shown, (map) => map['A-1-1'] === 'sold');
    const log = openLog(theatre);
    await withCosmos(theatre, async (cosmos) => {
      const map = cosmos.database('marquee').container('availability');
      const { resource } = await map.item(performanceId, performanceId).read();
      // The sold seat and a free one are swapped: every count stays as it was.
      await map.items.upsert({ ...resource, blocks: { 'A-1': { marks: '.s' } } });
    });
    await log.line('seat map drifted', 'ERROR');
    await untilHealth(theatre, ({ status, progress }) => status === 'degraded' && progress.seatMapDrift >= 1);
    await log.line('seat map rebuilt');
    await eventually(shown, (map) => map['A-1-1'] === 'sold' && map['A-1-2'] === 'available');
    return 'health: seatMapDrift; log: seat map drifted, seat map rebuilt';
  },
};

export const cancelledByMistake: Incident = {
  name: 'a performance cancelled by mistake',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person('mistaken');
    const { reservationId, amount } = await buy(theatre, buyer, performanceId, 'A-1-1');
    await untilStatus(buyer, reservationId, 'completed');
    const log = openLog(theatre);
    const asked = await theatre.admin.delete(`/performances/${performanceId}`);
    expect(asked.status === 409 && asked.body.code === 'confirm', 'it asks first');
    const figures = (await theatre.admin.get(`/admin/performances/${performanceId}/cancellation`)).body;
    const same = ({ reservations, seats, refund }: typeof figures) => [reservations, seats, refund].join();
    expect(same(asked.body) === same(figures) && figures.refund === amount, 'it says what it would cost');
    const kept = (await theatre.anyone(`/performances/${performanceId}`)).body.status;
    expect(kept === 'scheduled', 'nothing is done yet');
    const meant = await theatre.admin.delete(
      `/performances/${performanceId}?reservations=${figures.reservations}`,
    );
    expect(meant.status === 204, 'who means it is obeyed');
    await untilStatus(buyer, reservationId, 'cancelled');
    await log.line('"route":"DELETE /api/performances');
    return '409 confirm with the figures; log: admin call';
  },
};

const eventOf = (event: object) => ({
  specversion: '1.0',
  source: '/marquee/musical',
  subject: 'x',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data: {},
  ...event,
});

async function publish(theatre: Theatre, event: { id: string; type: string }): Promise<void> {
  const { EVENTGRID__topicEndpointUri: endpoint = '', EVENTGRID__topicKey: key = '' } = theatre.settings();
  const options = { allowInsecureConnection: true };
  const client = new EventGridPublisherClient(endpoint, 'CloudEvent', new AzureKeyCredential(key), options);
  await client.send([{ source: '/drill', data: {}, ...event }]);
}

async function sendTo(theatre: Theatre, queue: string, event: object): Promise<void> {
  const bus = new ServiceBusClient(theatre.settings().SERVICEBUS ?? '');
  try {
    await bus.createSender(queue).sendMessages({ body: eventOf(event), contentType: 'application/json' });
  } finally {
    await bus.close();
  }
}

async function withCosmos(theatre: Theatre, work: (cosmos: CosmosClient) => Promise<void>): Promise<void> {
  const connectionString = theatre.settings().COSMOS ?? '';
  const cosmos = new CosmosClient({ connectionString, connectionPolicy: { enableEndpointDiscovery: false } });
  try {
    await work(cosmos);
  } finally {
    cosmos.dispose();
  }
}
