import { contextsReachTheirOwn } from './access';
import { containersAreThoseOfTheCode } from './containers';
import { flexConsumption } from './flexConsumption';
import { gatewayServesEveryCall } from './gateway';
import { messagesFollowTheTable } from './messaging';
import { noKeys } from './noKeys';
import { rolesAreKnown } from './roles';
import type { Rule } from './rule';
import { settingsAreThoseOfTheCode } from './settings';

/** Every rule, in the order of its findings. */
export const rules: readonly Rule[] = [
  rolesAreKnown,
  settingsAreThoseOfTheCode,
  containersAreThoseOfTheCode,
  messagesFollowTheTable,
  contextsReachTheirOwn,
  flexConsumption,
  gatewayServesEveryCall,
  noKeys,
];
