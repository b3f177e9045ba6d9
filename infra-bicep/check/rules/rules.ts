import { contextsReachTheirOwn } from './access';
import { containersAreThoseOfTheCode } from './containers';
import { flexConsumption } from './flexConsumption';
import { gatewayServesEveryCall } from './gateway';
import { messagesFollowTheTable } from './messaging';
import { noKeys } from './noKeys';
import { orderIsKept } from './order';
import { parametersSayWhatTheyTake } from './parameters';
import { rolesAreKnown } from './roles';
import type { Rule } from './rule';
import { settingsAreThoseOfTheCode } from './settings';
import { upkeepIsThere } from './upkeep';

/** Every rule, in the order of its findings. */
export const rules: readonly Rule[] = [
  parametersSayWhatTheyTake,
  orderIsKept,
  rolesAreKnown,
  settingsAreThoseOfTheCode,
  containersAreThoseOfTheCode,
  messagesFollowTheTable,
  contextsReachTheirOwn,
  flexConsumption,
  gatewayServesEveryCall,
  noKeys,
  upkeepIsThere,
];
