import type { Entity } from './entity';
import type { BrokerProperties, MessageState, StoredMessage } from './model';
import { DEFERRED, type Row, SCHEDULED } from './store';

const NO_PROPERTIES: BrokerProperties = Object.freeze({});

export const toStoredMessage = (entity: Entity, row: Row): StoredMessage => ({
  sequenceNumber: row.id,
  payload: row.payload,
  properties: row.properties === null ? NO_PROPERTIES : (JSON.parse(row.properties) as BrokerProperties),
  enqueuedAt: row.enqueuedAt,
  deliveryCount: row.deliveryCount,
  state: stateOf(row),
  deadLetterSource: entity.dead ? entity.queue.name : undefined,
});

function stateOf({ state, deferred }: Row): MessageState {
  if (state === SCHEDULED) return 'scheduled';
  return state === DEFERRED || deferred === 1 ? 'deferred' : 'active';
}
